package org.grokscope.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.grokscope.SharesNothing;
import org.grokscope.measure.Alarm;
import org.grokscope.measure.Evaluation;
import org.grokscope.measure.Measure;
import org.grokscope.measure.Milestone;
import org.grokscope.measure.Milestones;
import org.grokscope.measure.Thresholds;
import org.grokscope.settings.RunConfiguration;
import org.grokscope.settings.Settings;
import org.grokscope.settings.WeightDecaySchedule;
import org.junit.jupiter.api.Test;

/** The recorded runs that come with the program. */
@SharesNothing
class SampleRunsTest {
    private static final Path SAMPLES = Path.of("sample-runs");
    private static final long MOST_BYTES = 125_000_000;
    /** The run whose branches are there, too. */
    private static final String FAMILY = "add-131-seed-42";

    @Test
    void allOpenWithEverythingTheyLoggedAndSoundCheckpoints() throws IOException {
        RunLibrary.Contents contents = new RunLibrary(SAMPLES).contents();
        assertThat(contents.problems()).isEmpty();
        assertThat(contents.runs()).hasSizeGreaterThanOrEqualTo(10);
        for (RunDirectory run : contents.runs()) {
            RunHistory history = run.history();
            assertThat(history.leftOut()).as(run.head().id()).isEmpty();
            assertThat(history.state()).as(run.head().id()).isEqualTo(RunState.FINISHED);
            assertThat(run.checkpointSteps()).as(run.head().id()).isNotEmpty();
            for (int step : run.checkpointSteps()) {
                assertThat(run.checkpoint(step).finite()).as(run.head().id() + " at " + step).isTrue();
            }
        }
    }

    /** What the events say was found out while the runs trained. */
    @Test
    void alarmsDateTheMilestonesThatWereRecorded() throws IOException {
        List<Path> runs = directories();
        assertThat(runs).hasSizeGreaterThan(50);
        for (Path run : runs) {
            RunFeed atAGlance = new RunFeed(run);
            atAGlance.glance();
            RunFeed whole = new RunFeed(run);
            whole.poll();
            assertThat(whole.history().whole()).isTrue();
            if (!atAGlance.history().whole()) {
                assertThat(whole.history().milestones().reached()).as(run.toString())
                        .containsAllEntriesOf(atAGlance.history().milestones().reached());
            }
            assertThat(whole.history().milestones().reached()).as(run.toString())
                    .isEqualTo(asBeforeThereWereAlarms(whole.history()));
        }
    }

    @Test
    void aMovedAlarmDatesAnewAndComesBack() throws IOException {
        RunHistory recorded = RunDirectory.open(SAMPLES.resolve("add-97-seed-123")).history();
        RunHistory moved = recorded.dated(Map.of(Milestone.CEILING, Alarm.parse("fsd>=0.5")));
        assertThat(moved.milestones().step(Milestone.CEILING).orElseThrow())
                .isLessThan(recorded.milestones().step(Milestone.CEILING).orElseThrow());
        assertThat(moved.milestones().step(Milestone.GROKKED))
                .isEqualTo(recorded.milestones().step(Milestone.GROKKED));
        assertThat(moved.dated(Map.of()).moved()).isEmpty();
        assertThat(moved.dated(Map.of()).milestones().reached()).isEqualTo(recorded.milestones().reached());
    }

    @Test
    void aMovedAlarmDoesNotChangeWhenAScheduleActed() throws IOException {
        RunConfiguration scheduled = RunConfiguration.PAPER.with(Settings.WEIGHT_DECAY_SCHEDULE,
                WeightDecaySchedule.parse("ceiling:5"));
        RunHistory sample = RunDirectory.open(SAMPLES.resolve("add-97-seed-123")).history();
        RunHead head = new RunHead("a", "a", sample.head().created(), scheduled, null, sample.head().environment());
        RunHistory run = new RunHistory(head, sample.state(), sample.evaluations(), List.of(), List.of(),
                sample.milestones(), List.of());
        int ceiling = sample.milestones().step(Milestone.CEILING).orElseThrow();
        RunHistory moved = run.dated(Map.of(Milestone.CEILING, Alarm.parse("fsd>=0.2")));
        assertThat(moved.milestones().step(Milestone.CEILING).orElseThrow()).isLessThan(ceiling);
        assertThat(moved.weightDecayAfter(ceiling - 100)).isEqualTo(1);
        assertThat(moved.weightDecayAfter(ceiling)).isEqualTo(5);
    }

    private static List<Path> directories() throws IOException {
        try (Stream<Path> files = Files.walk(SAMPLES)) {
            return files.filter(file -> file.endsWith("run.json")).map(Path::getParent).sorted().toList();
        }
    }

    /** The rule as it was written out before. */
    private static Map<Milestone, Integer> asBeforeThereWereAlarms(RunHistory run) {
        Thresholds thresholds = run.head().configuration().thresholds();
        Map<Milestone, Integer> steps = new EnumMap<>(Milestone.class);
        int firstUnder = -1;
        for (Evaluation evaluation : run.evaluations()) {
            int step = evaluation.step();
            double validation = evaluation.value(Measure.VALIDATION_ACCURACY);
            boolean under = steps.containsKey(Milestone.GROKKED) && validation < thresholds.destabilisedAccuracy();
            if (under && firstUnder >= 0) {
                steps.putIfAbsent(Milestone.DESTABILISED, firstUnder);
            }
            firstUnder = under ? step : -1;
            if (evaluation.value(Measure.TRAIN_ACCURACY) >= thresholds.memorisedAccuracy()) {
                steps.putIfAbsent(Milestone.MEMORISED, step);
            }
            if (evaluation.value(Measure.FSD) >= thresholds.ceilingFsd()) {
                steps.putIfAbsent(Milestone.CEILING, step);
            }
            if (evaluation.value(Measure.RESTRICTED_LOSS) <= thresholds.restrictedLoss()) {
                steps.putIfAbsent(Milestone.RESTRICTED_SYNC, step);
            }
            if (validation >= thresholds.grokkedAccuracy()) {
                steps.putIfAbsent(Milestone.GROKKED, step);
            }
        }
        return steps;
    }

    @Test
    void aRunThatReachedItsCeilingFromScratchCanBeForkedThere() throws IOException {
        for (RunDirectory run : new RunLibrary(SAMPLES).runs()) {
            OptionalInt ceiling = run.history().milestones().step(Milestone.CEILING);
            if (ceiling.isPresent() && run.head().lineage() == null) {
                assertThat(run.resumableSteps()).as(run.head().id()).contains(ceiling.getAsInt());
            }
        }
    }

    @Test
    void theFamilyIsForkedAtItsCeilingWithFourWeightDecays() throws IOException {
        List<RunHead> branches = new RunLibrary(SAMPLES).runs().stream().map(RunDirectory::head)
                .filter(head -> head.lineage() != null && head.lineage().parent().equals(FAMILY)).toList();
        Milestones parent = RunDirectory.open(SAMPLES.resolve(FAMILY)).history().milestones();
        int ceiling = parent.step(Milestone.CEILING).orElseThrow();
        assertThat(branches).extracting(head -> head.lineage().step()).containsOnly(ceiling);
        assertThat(branches).extracting(head -> head.configuration().optimizer().weightDecay())
                .containsExactlyInAnyOrder(1.0, 2.0, 3.0, 5.0);
    }

    @Test
    void theyAreSmallEnoughToComeAlong() throws IOException {
        long bytes = 0;
        try (Stream<Path> files = Files.walk(SAMPLES)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                bytes += Files.size(file);
            }
        }
        assertThat(bytes).isLessThan(MOST_BYTES);
    }
}
