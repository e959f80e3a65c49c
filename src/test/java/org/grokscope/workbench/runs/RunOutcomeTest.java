package org.grokscope.workbench.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.grokscope.figure.SampleHistories;
import org.grokscope.run.RunHistory;
import org.grokscope.run.RunState;
import org.grokscope.workbench.Runs;
import org.grokscope.workbench.runs.RunOutcome.Tone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RunOutcomeTest {
    @ParameterizedTest
    @CsvSource({"NEW, new, QUIET", "TRAINING, live, LIVE", "PAUSED, paused, QUIET", "INTERRUPTED, interrupted, BAD",
            "FINISHED, '', QUIET", "DIVERGED, diverged, BAD", "FAILED, failed, BAD"})
    void everyStateHasItsWordAndItsTone(RunState state, String word, Tone tone) {
        assertThat(outcome(state, 1000, false)).isEqualTo(new RunOutcome(word, tone,
                state == RunState.FINISHED ? "—" : ""));
    }

    @ParameterizedTest
    @EnumSource(RunState.class)
    void aRunThatHasGrokkedShowsTheStepWhateverItsState(RunState state) {
        RunHistory run = SampleHistories.of(List.of(SampleHistories.evaluation(1000, 1, 0.9, 0.8),
                SampleHistories.evaluation(1200, 1, 0.95, 0.8)), 100, state);
        assertThat(RunOutcome.of(run, false).grokkedAt()).isEqualTo("1,200");
    }

    @Test
    void aRunThatWaitsOnTheLaneIsQueued() {
        assertThat(outcome(RunState.NEW, 0, true)).isEqualTo(new RunOutcome("queued", Tone.QUIET, ""));
    }

    @Test
    void anInterruptedRunThatWaitsOnTheLaneIsNothingBad() {
        assertThat(outcome(RunState.INTERRUPTED, 0, true).tone()).isEqualTo(Tone.QUIET);
    }

    private static RunOutcome outcome(RunState state, int lastStep, boolean queued) {
        return RunOutcome.of(Runs.run("a", "A", 0, state, lastStep), queued);
    }
}
