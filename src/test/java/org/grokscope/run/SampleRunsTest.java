package org.grokscope.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.grokscope.measure.Milestone;
import org.grokscope.measure.Milestones;
import org.junit.jupiter.api.Test;

/** The recorded runs that come with the program. */
class SampleRunsTest {
    private static final Path SAMPLES = Path.of("sample-runs");
    private static final long MOST_BYTES = 80_000_000;
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
