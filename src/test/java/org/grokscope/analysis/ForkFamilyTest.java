package org.grokscope.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.grokscope.figure.DelaySummary;
import org.grokscope.figure.SampleForks;
import org.grokscope.run.RunHistory;
import org.grokscope.run.RunState;
import org.junit.jupiter.api.Test;

class ForkFamilyTest {
    private static final OptionalInt ANY = OptionalInt.empty();

    @Test
    void parentAndForkStandForTheSameFamily() {
        List<RunHistory> runs = SampleForks.family();
        ForkFamily ofParent = ForkFamily.of(runs, runs.getFirst(), ANY).orElseThrow();
        ForkFamily ofFork = ForkFamily.of(runs, runs.getLast(), ANY).orElseThrow();
        assertThat(ofFork).isEqualTo(ofParent);
        assertThat(ofParent.branches()).hasSize(15);
        assertThat(ofParent.forkStep()).isEqualTo(SampleForks.FORK);
    }

    @Test
    void aFamilyOutlivesItsParent() {
        List<RunHistory> runs = SampleForks.family().stream().skip(1).toList();
        assertThat(ForkFamily.of(runs, runs.getFirst(), ANY).orElseThrow().branches()).hasSize(15);
    }

    @Test
    void theControlKeptWeightDecayAndDraw() {
        List<RunHistory> runs = SampleForks.family();
        List<FamilyBranch> branches = ForkFamily.of(runs, runs.getFirst(), ANY).orElseThrow().branches();
        assertThat(branches.stream().filter(FamilyBranch::control).map(branch -> branch.run().head().id()))
                .containsExactly("parent-1.0-0");
    }

    @Test
    void branchesOfAnotherStepAreAnotherFamily() {
        List<RunHistory> runs = List.of(SampleForks.parent("p"), SampleForks.grokked("p", 2, 0, 900),
                SampleForks.grokked("p", 3, 0, 600), SampleForks.at(SampleForks.grokked("p", 5, 0, 500), 1000));
        assertThat(ForkFamily.of(runs, "p")).extracting(ForkFamily::forkStep).containsExactly(1000, 1700);
        assertThat(ForkFamily.of(runs, runs.getFirst(), ANY).orElseThrow().forkStep()).isEqualTo(1700);
        assertThat(ForkFamily.of(runs, runs.getLast(), ANY).orElseThrow().forkStep()).isEqualTo(1000);
        assertThat(ForkFamily.of(runs, runs.getFirst(), OptionalInt.of(1000)).orElseThrow().forkStep())
                .isEqualTo(1000);
    }

    @Test
    void aBranchWithAnotherLearningRateIsKeptApart() {
        List<RunHistory> runs = List.of(SampleForks.parent("p"), SampleForks.grokked("p", 2, 0, 900),
                SampleForks.with(SampleForks.grokked("p", 3, 0, 600), List.of("weightDecay", "learningRate")));
        ForkPool pool = ForkPool.of(runs, List.of("p"), ANY);
        assertThat(pool.branches()).hasSize(1);
        assertThat(pool.leftOut()).isEqualTo(1);
    }

    @Test
    void aBranchWhoseWeightDecayChangedBeforeItGrokkedBelongsToNoCell() {
        RunHistory before = SampleForks.changedOnTheWay(SampleForks.grokked("p", 2, 0, 900), SampleForks.FORK + 400);
        RunHistory after = SampleForks.changedOnTheWay(SampleForks.grokked("p", 3, 0, 600), SampleForks.FORK + 700);
        ForkPool pool = ForkPool.of(List.of(before, after), List.of("p-3.0-0"), ANY);
        assertThat(pool.branches()).extracting(FamilyBranch::weightDecay).containsExactly(3.0);
        assertThat(pool.leftOut()).isEqualTo(1);
    }

    @Test
    void aRunWithoutForksHasNoFamily() {
        RunHistory alone = SampleForks.parent("p");
        assertThat(ForkFamily.of(List.of(alone), alone, ANY)).isEmpty();
        assertThat(ForkPool.of(List.of(alone), List.of("p"), ANY).families()).isEmpty();
    }

    @Test
    void selectedFamiliesPoolAndEachParentAndDataSeedIsADraw() {
        List<RunHistory> runs = Stream.concat(SampleForks.family("p").stream(), SampleForks.family("q").stream())
                .toList();
        ForkPool pool = ForkPool.of(runs, List.of("p", "q", "q-2.0-1"), ANY);
        assertThat(pool.families()).hasSize(2);
        assertThat(pool.draws()).isEqualTo(6);
        assertThat(pool.law().cells().get(1).delay().count()).isEqualTo(6);
    }

    @Test
    void theRateIsMeasuredAgainstTheOneThatWasSet() {
        RunHistory branch = SampleForks.grokked("p", 2, 0, 1000);
        ForkPool pool = ForkPool.of(List.of(branch), List.of(branch.head().id()), ANY);
        // The sample's norm falls from 44 to its floor within 1,000 steps at η = 1e-3 and λ = 2.
        double floor = 22 + 1.5 * Math.sin(SampleForks.FORK + 1000);
        assertThat(pool.rateShare().mean()).isCloseTo(Math.log(44 / floor) / 1000 / 2e-3,
                within(0.01));
    }

    @Test
    void aBranchInTrainingMayStillGrok() {
        RunHistory branch = SampleForks.waiting("p", 2, 0, 800, RunState.TRAINING);
        ForkPool pool = ForkPool.of(List.of(branch), List.of(branch.head().id()), ANY);
        assertThat(DelaySummary.open(pool.law().cells().getFirst())).isEqualTo("1 over 800");
    }
}
