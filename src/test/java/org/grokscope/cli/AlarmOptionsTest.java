package org.grokscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Saved runs are dated by alarms of one's own, without training. */
class AlarmOptionsTest {
    private static final Path LEADS = Path.of("sample-runs", "studies", "leads");

    @TempDir
    Path folder;

    @Test
    void listAndShowDateARunByAnAlarm() throws IOException {
        Path run = LEADS.resolve("add-97-seed-42");
        JsonNode shown = json("show", run, "--json", "--alarm", "fsd>=0.5", "--alarm",
                "restricted-loss<=0.5*start for 3");
        assertThat(shown.at("/alarms/0/alarm").asText()).isEqualTo("fsd>=0.5");
        assertThat(shown.at("/alarms/0/lead").asInt())
                .isEqualTo(shown.at("/milestones/grokked").asInt() - shown.at("/alarms/0/step").asInt())
                .isPositive();
        assertThat(shown.at("/alarms/1/step").isInt()).isTrue();
        JsonNode listed = json("list", "--runs", LEADS, "--json", "--alarm", "fsd>=0.5");
        assertThat(listed.get("runs").valueStream().filter(it -> it.get("id").asText().equals("add-97-seed-42"))
                .map(it -> it.at("/alarms/0"))).containsExactly(shown.at("/alarms/0"));
        assertThat(Call.grokscope("list", "--runs", LEADS, "--alarm", "weight-norm<=30").out())
                .contains("weight-norm<=30");
        assertThat(Call.grokscope("show", run, "--alarm", "ildr>=3").out()).contains("ILDR \u2265 3", "not measured");
    }

    @Test
    void anAlarmMayTakeAMilestonesPlace() throws IOException {
        Path run = LEADS.resolve("add-97-seed-42");
        JsonNode recorded = json("show", run, "--json");
        JsonNode moved = json("show", run, "--json", "--alarm", "ceiling:fsd>=0.5");
        assertThat(moved.at("/milestones/ceiling").asInt()).isLessThan(recorded.at("/milestones/ceiling").asInt());
        assertThat(moved.at("/lead").asInt()).isGreaterThan(recorded.at("/lead").asInt());
        assertThat(moved.at("/milestones/grokked")).isEqualTo(recorded.at("/milestones/grokked"));
    }

    @Test
    void whatIsNoAlarmIsRefusedInASentence() {
        Call call = Call.grokscope("list", "--runs", LEADS, "--alarm", "fsd=0.5");
        assertThat(call.exitCode()).isEqualTo(2);
        assertThat(call.err()).contains("'fsd=0.5' is no alarm; one reads like fsd>=0.5");
        assertThat(Call.grokscope("list", "--runs", LEADS, "--alarm", "peak:fsd>=0.5").err())
                .contains("There is no milestone 'peak'; there are memorised, ceiling");
    }

    @Test
    void aFigureMarksAlarmsAndSaysHowToDrawItAgain() throws IOException {
        Path figure = folder.resolve("fsd.svg");
        Call call = Call.grokscope("export", LEADS.resolve("add-97-seed-42"), "--figure", "fsd", "--out", figure,
                "--alarm", "fsd>=0.6", "--alarm", "ceiling:fsd>=0.5");
        assertThat(call.err()).isEmpty();
        assertThat(Files.readString(figure)).contains("FSD \u2265 0.6", "moved to 0.5", "ceiling 0.80");
        assertThat(Files.readString(folder.resolve("fsd.svg.json"))).contains("--alarm", "ceiling:fsd>=0.5");
    }

    private static JsonNode json(Object... arguments) throws IOException {
        Call call = Call.grokscope(arguments);
        assertThat(call.exitCode()).as(call.err()).isZero();
        return new ObjectMapper().readTree(call.out());
    }
}
