package org.grokscope.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.grokscope.SharesNothing;
import org.grokscope.measure.Alarm;
import org.grokscope.run.RunDirectory;
import org.grokscope.run.RunHistory;
import org.grokscope.run.RunLibrary;
import org.grokscope.task.Operation;
import org.junit.jupiter.api.Test;

/** A small race over the runs that come with the program: five that grok and the four that do not. */
@SharesNothing
class RaceEntryTest {
    private static final Path STUDIES = Path.of("sample-runs", "studies");
    private static final List<Double> HUNDREDTHS = IntStream.range(1, 100).mapToObj(i -> i / 100.0).toList();

    private static List<RunHistory> runs(String study, String beginning) throws IOException {
        List<RunHistory> runs = new ArrayList<>();
        for (RunDirectory run : new RunLibrary(STUDIES.resolve(study)).runs()) {
            if (run.head().id().startsWith(beginning)) {
                runs.add(run.history());
            }
        }
        return runs;
    }

    private static List<RunHistory> all() throws IOException {
        List<RunHistory> runs = runs("leads", "add-97");
        runs.addAll(runs("false-alarms", ""));
        return runs;
    }

    private static Precursor precursor(String alarm) {
        return new Precursor(alarm, Alarm.parse(alarm), HUNDREDTHS, Optional.empty());
    }

    @Test
    void theThresholdIsTheEarliestThatRingsInNoCalibrationRunThatFails() throws IOException {
        List<RunHistory> runs = all();
        Precursor loss = precursor("restricted-loss<=0.5*start for 3");
        RaceEntry entry = RaceEntry.of(loss, runs, runs);
        double chosen = entry.alarm().orElseThrow().threshold();
        assertThat(entry.ringing()).isZero();
        assertThat(entry.others()).isEqualTo(4);
        // The next lower one, where it is not equal in what it leads by, rings falsely or leads by less.
        double lead = mean(runs, entry.alarm().orElseThrow());
        for (double threshold : HUNDREDTHS) {
            Alarm other = loss.alarm().at(threshold);
            boolean falsely = runs("false-alarms", "").stream().anyMatch(run -> run.rings(other).isPresent());
            if (!falsely) {
                assertThat(mean(runs, other)).isLessThanOrEqualTo(lead);
                assertThat(mean(runs, other) == lead && threshold < chosen).as("equals are decided for the stricter")
                        .isFalse();
            }
        }
    }

    private static double mean(List<RunHistory> runs, Alarm alarm) {
        return runs.stream().filter(run -> run.head().id().matches("add-97-seed-\\d+"))
                .mapToInt(run -> run.leadOf(alarm).orElse(0)).average().orElseThrow();
    }

    /** A network that weight decay has crushed has an FSD near 1: with λ = 10 among the runs that fail, no ceiling is safe. */
    @Test
    void noThresholdOfTheFsdIsSilentInACrushedNetwork() throws IOException {
        assertThat(RaceEntry.of(precursor("fsd>=0.8 for 3"), all(), all()).alarm()).isEmpty();
        assertThat(RaceEntry.of(precursor("fsd>=0.8 for 3 while memorised"), all(), all()).alarm()).isPresent();
    }

    @Test
    void aPublishedThresholdStandsEvenWhereItRingsFalsely() throws IOException {
        List<RunHistory> runs = all();
        Alarm published = Alarm.parse("fsd>=0.8");
        RaceEntry entry = RaceEntry.of(new Precursor("FSD", published, List.of(), Optional.empty()), runs, runs);
        assertThat(entry.alarm()).contains(published);
        assertThat(entry.ringing()).isPositive();
    }

    @Test
    void countsTrueAndFalseAlarmsAndLeads() throws IOException {
        RaceEntry entry = RaceEntry.at(precursor("fsd>=0.5"), Optional.of(Alarm.parse("fsd>=0.5")), all());
        assertThat(entry.grokked()).hasSize(5);
        assertThat(entry.announced()).isEqualTo(5);
        assertThat(entry.silent()).isZero();
        assertThat(entry.ringing()).isPositive();
        assertThat(entry.medianLead()).isPositive();
        assertThat(entry.medianShare()).isBetween(0.0, 1.0);
        assertThat(entry.medianInterval()).as("five are too few").isEmpty();
        assertThat(entry.announcedInterval().orElseThrow().low()).isCloseTo(0.5655175352, within(1e-9));
    }

    @Test
    void whereEveryThresholdRingsFalselyThereIsNone() throws IOException {
        Precursor always = new Precursor("train accuracy", Alarm.parse("train-accuracy>=0.001"), List.of(0.001),
                Optional.empty());
        RaceEntry entry = RaceEntry.of(always, all(), all());
        assertThat(entry.alarm()).isEmpty();
        assertThat(entry.silent()).isEqualTo(5);
    }

    @Test
    void aPrecursorOfOneOperationIsJudgedOnItsRuns() throws IOException {
        Precursor own = new Precursor("own", Alarm.parse("fsd>=0.8"), HUNDREDTHS, Optional.of(Operation.MULTIPLY));
        assertThat(RaceEntry.at(own, Optional.of(own.alarm()), all()).grokked()).isEmpty();
        assertThat(RaceEntry.at(own, Optional.of(own.alarm()), runs("leads", "multiply")).grokked()).hasSize(1);
    }

    @Test
    void runByRunOneIsEarlierThanAnother() throws IOException {
        RaceEntry low = RaceEntry.at(precursor("fsd>=0.4"), Optional.of(Alarm.parse("fsd>=0.4")), all());
        RaceEntry high = RaceEntry.at(precursor("fsd>=0.8"), Optional.of(Alarm.parse("fsd>=0.8")), all());
        assertThat(low.earlierThan(high)).hasSize(5).allMatch(it -> it >= 0);
        assertThat(low.earlierThan(low)).containsOnly(0);
    }
}
