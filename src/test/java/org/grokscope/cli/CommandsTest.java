package org.grokscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.grokscope.run.RunDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandsTest {
    @TempDir
    Path runs;

    @Test
    void trainMakesARunForEachSeedAndPrintsThemAsJson() throws IOException {
        Call call = train("--seed", "1,2", "--steps", "30", "--json");
        assertThat(call.exitCode()).isZero();
        JsonNode result = new ObjectMapper().readTree(call.out());
        assertThat(result.get("runs")).hasSize(2);
        assertThat(result.at("/runs/1/state").asText()).isEqualTo("finished");
        assertThat(result.at("/runs/1/measuringShare").asDouble()).isBetween(0.0, 1.0);
        assertThat(result.at("/runs/1/configuration/seeds/dataSeed").asInt()).isEqualTo(2);
        assertThat(RunDirectory.open(runs.resolve("add-7-seed-1")).history().lastStep()).isEqualTo(30);
    }

    @Test
    void resumeExtendsAFinishedRun() throws IOException {
        train("--steps", "20");
        assertThat(Call.grokscope("resume", "add-7-seed-42", "--runs", runs).exitCode()).isEqualTo(2);
        assertThat(Call.grokscope("resume", "add-7-seed-42", "--runs", runs, "--steps", 20).exitCode()).isEqualTo(2);
        assertThat(Call.grokscope("resume", "add-7-seed-42", "--runs", runs, "--steps", 40).exitCode()).isZero();
        assertThat(RunDirectory.open(runs.resolve("add-7-seed-42")).history().lastStep()).isEqualTo(40);
    }

    @Test
    void listAndShowTellOfTheRun() throws IOException {
        train("--steps", "20", "--name", "a name");
        assertThat(Call.grokscope("list", "--runs", runs).out()).contains("add-7-seed-42").contains("finished")
                .contains("a name");
        JsonNode shown = new ObjectMapper().readTree(Call.grokscope("show", "a name", "--runs", runs, "--json").out());
        assertThat(shown.at("/configuration/task/p").asInt()).isEqualTo(7);
        assertThat(shown.at("/lastEvaluation/step").asInt()).isEqualTo(20);
        assertThat(shown.at("/environment/threads").asInt()).isPositive();
        assertThat(Call.grokscope("show", "a name", "--runs", runs).out()).contains("weight norm").contains("seeds")
                .contains("FSD ceiling").contains("restricted sync").contains("grokked")
                .contains("lead of FSD ceiling").contains("lead of restricted sync");
        assertThat(shown.has("lead")).isTrue();
        assertThat(shown.has("restrictedLead")).isTrue();
    }

    @Test
    void devicesSayWhatThereIs() throws IOException {
        JsonNode devices = new ObjectMapper().readTree(Call.grokscope("devices", "--json").out());
        assertThat(devices.get("processors").asInt()).isPositive();
        assertThat(devices.get("why").asText()).endsWith(".");
    }

    @Test
    void everyCommandHelps() {
        for (String command : List.of("train", "fork", "resume", "list", "show", "measure", "verify", "copy",
                "devices")) {
            Call help = Call.grokscope(command, "--help");
            assertThat(help.exitCode()).isZero();
            assertThat(help.out()).contains("Usage: grokscope " + command).contains("--runs");
        }
        assertThat(Call.grokscope("--version").out()).startsWith("grokscope ");
    }

    private Call train(String... options) {
        List<Object> arguments = new ArrayList<>(List.of("train", "--runs", runs, "--p", 7, "--width", 8, "--heads", 2,
                "--mlp-width", 12, "--eval-every", 10, "--checkpoint-every", 10));
        arguments.addAll(List.of(options));
        return Call.grokscope(arguments.toArray());
    }
}
