package org.grokscope.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.grokscope.figure.SampleHistories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The sample has evaluations up to step 8,000. */
class ForkableTest {
    private static final Lineage FORK = new Lineage("parent", 1800, List.of());

    @Test
    void everyStepOfARunFromScratchCanBeForkedFromItsSeed() {
        Forkable forkable = Forkable.of(run(null, List.of(), true));
        assertThat(forkable.first()).isZero();
        assertThat(forkable.start(0)).contains(new ForkStart(0, true, false));
        assertThat(forkable.start(8000)).contains(new ForkStart(0, true, false));
        assertThat(forkable.refusal(1000)).isEmpty();
    }

    @Test
    void theNewestCheckpointAtOrBeforeTheStepComesBeforeTheSeed() {
        Forkable forkable = Forkable.of(run(null, List.of(2800, 4000), true));
        assertThat(forkable.start(2799)).contains(new ForkStart(0, true, false));
        assertThat(forkable.start(2800)).contains(new ForkStart(2800, false, false));
        assertThat(forkable.start(5000)).contains(new ForkStart(4000, false, false));
    }

    @Test
    void aForkBeginsWhereItLeftItsParent() {
        Forkable forkable = Forkable.of(run(FORK, List.of(), true));
        assertThat(forkable.start(1799)).isEmpty();
        assertThat(forkable.start(1800)).contains(new ForkStart(0, true, false));
        assertThat(forkable.refusal(100))
                .isEqualTo("This run can be forked from step 1,800 on; for an earlier step, fork its parent.");
    }

    @Test
    void whereTheSeedDoesNotLeadThereTheFirstCheckpointIsTheFirstStep() {
        Forkable forkable = Forkable.of(run(FORK, List.of(1000, 2800), false));
        assertThat(forkable.first()).isEqualTo(2800);
        assertThat(forkable.refusal(2000)).isEqualTo("This run can be forked from step 2,800 on.");
        assertThat(Forkable.of(run(FORK, List.of(), false)).any()).isFalse();
    }

    @Test
    void anImportedRunNamesTheStepsAtWhichItWasSaved() {
        assertThat(new Forkable(20, 60, List.of(20, 1000), false, false, true, List.of()).refusal(30))
                .isEqualTo("Another program trained this run; it can be forked at step 20 or step 1,000.");
        int last = Integer.MAX_VALUE;
        assertThat(new Forkable(last + 1, last, List.of(), false, false, true, List.of()).refusal(30))
                .isEqualTo("This run cannot be forked: it has no checkpoint with moments.");
    }

    @Test
    void aStepThatIsNotReachedCannotBeForked() {
        assertThat(Forkable.of(run(null, List.of(), true)).start(8001)).isEqualTo(Optional.empty());
    }

    private static RunHistory run(@Nullable Lineage lineage, List<Integer> checkpoints, boolean fromSeed) {
        RunHistory run = SampleHistories.grokked().known("a-run", lineage);
        return new RunHistory(run.head(), run.state(), run.evaluations(), run.events(), checkpoints, checkpoints,
                run.milestones(), List.of(), RunNotes.NONE, true, fromSeed);
    }
}
