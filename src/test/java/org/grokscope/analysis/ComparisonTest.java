package org.grokscope.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.grokscope.figure.SampleForks;
import org.grokscope.figure.SampleHistories;
import org.grokscope.measure.Measure;
import org.grokscope.run.RunHistory;
import org.grokscope.run.RunState;
import org.grokscope.workbench.Runs;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    @Test
    void aRunIsNamedByWhatSetsItApart() {
        assertThat(labels(false, Runs.of("a", 0, 97, 42, 1, RunState.FINISHED, 8000),
                Runs.of("b", 1, 53, 42, 1, RunState.FINISHED, 8000)))
                .containsExactly("p\u00a097", "p\u00a053");
        assertThat(labels(false, Runs.of("a", 0, 97, 42, 1, RunState.FINISHED, 8000),
                Runs.fork("f", "a", 1, 3, RunState.FINISHED)))
                .containsExactly("\u03bb\u00a01 \u00b7 parent", "\u03bb\u00a03 \u00b7 fork\u00a01,000");
    }

    @Test
    void branchesOfOneStepNeedNotSayIt() {
        assertThat(labels(false, SampleForks.grokked("p", 1, 0, 2300), SampleForks.grokked("p", 2, 0, 900)))
                .containsExactly("\u03bb\u00a01", "\u03bb\u00a02");
    }

    @Test
    void alignedAtGrokkingAllGrokAtZero() {
        RunHistory early = SampleForks.grokked("p", 2, 0, 900);
        RunHistory late = SampleForks.grokked("p", 3, 0, 2000);
        RunHistory never = SampleForks.collapsed("p", 10, 0);
        Comparison comparison = compare(Alignment.GROKKING, false, early, late, never);
        assertThat(comparison.leftOut()).isEqualTo(1);
        assertThat(comparison.curves()).hasSize(2)
                .allSatisfy(curve -> assertThat(curve.grokked().orElseThrow().step()).isZero());
        assertThat(comparison.curves().getFirst().points().getFirst().step()).isEqualTo(-900);
    }

    @Test
    void alignedAtTheForkEveryBranchBeginsAtZero() {
        Comparison comparison = compare(Alignment.FORK, false, SampleForks.parent("p"),
                SampleForks.grokked("p", 2, 0, 900), SampleForks.at(SampleForks.grokked("p", 3, 0, 900), 1000));
        assertThat(comparison.leftOut()).isEqualTo(1);
        assertThat(comparison.curves()).hasSize(2)
                .allSatisfy(curve -> assertThat(curve.points().getFirst().step()).isZero());
    }

    @Test
    void seedsOfOneConfigurationAreOneCurveOfMeanAndRange() {
        Comparison comparison = compare(Alignment.FORK, true, SampleForks.grokked("p", 2, 0, 900),
                SampleForks.grokked("p", 2, 1, 1100), SampleForks.grokked("p", 3, 0, 500));
        assertThat(comparison.curves()).hasSize(2);
        ComparedCurve draws = comparison.curves().getFirst();
        assertThat(draws.label()).isEqualTo("\u03bb\u00a02,\u00a02\u00a0runs");
        ComparedCurve.Point between = draws.points().stream().filter(point -> point.step() == 1000).findFirst()
                .orElseThrow();
        // One has grokked (0.99) and the other has not (0.1).
        assertThat(between.value()).isCloseTo(0.545, within(1e-9));
        assertThat(between.low()).isEqualTo(0.1);
        assertThat(between.high()).isEqualTo(0.99);
    }

    /** Evaluated every 200 and every 700 steps, they share 0, 1,400 and 2,800 only. */
    @Test
    void betweenItsEvaluationsARunGoesStraightAndTheFigureSaysSo() {
        RunHistory often = SampleHistories.of(IntStream.rangeClosed(0, 14)
                .mapToObj(i -> SampleHistories.evaluation(200 * i, 1, 0.2, 0.1)).toList(), 200, RunState.FINISHED);
        RunHistory seldom = SampleHistories.of(IntStream.rangeClosed(0, 4)
                .mapToObj(i -> SampleHistories.evaluation(700 * i, 1, 0.1 * i, 0.1)).toList(), 700, RunState.FINISHED);
        ComparedCurve mean = compare(Alignment.START, true, often, seldom).curves().getFirst();
        assertThat(mean.points()).hasSize(17);
        ComparedCurve.Point between = mean.points().stream().filter(point -> point.step() == 1000).findFirst()
                .orElseThrow();
        assertThat(between.low()).isCloseTo(0.1 + 0.1 * 300 / 700, within(1e-12));
        assertThat(between.high()).isEqualTo(0.2);
        assertThat(between.measured()).isEqualTo(1);
        assertThat(mean.unlikeSteps()).contains("steps common to all runs: 3 of 17, between them straight lines");
    }

    @Test
    void runsOfLikeStepsNeedNoRemark() {
        Comparison comparison = compare(Alignment.START, true, Runs.of("a", 0, 97, 1, 1, RunState.FINISHED, 2000),
                Runs.of("b", 1, 97, 2, 1, RunState.FINISHED, 2000));
        assertThat(comparison.curves().getFirst().unlikeSteps()).isEmpty();
        assertThat(comparison.curves().getFirst().label()).isEqualTo("add mod 97,\u00a02\u00a0seeds");
    }

    @Test
    void theMeanGoesAsFarAsAllOfTheRuns() {
        Comparison comparison = compare(Alignment.START, true,
                Runs.of("a", 0, 97, 1, 1, RunState.FINISHED, 2000), Runs.of("b", 1, 97, 2, 1, RunState.FINISHED, 4000),
                Runs.of("c", 2, 97, 3, 1, RunState.FINISHED, 6000));
        assertThat(comparison.curves()).hasSize(1);
        assertThat(comparison.curves().getFirst().points().getLast().step()).isEqualTo(2000);
    }

    private static List<String> labels(boolean bands, RunHistory... runs) {
        return compare(Alignment.START, bands, runs).curves().stream().map(ComparedCurve::label).toList();
    }

    private static Comparison compare(Alignment alignment, boolean bands, RunHistory... runs) {
        return Comparison.of(List.of(runs), Measure.VALIDATION_ACCURACY, alignment, bands);
    }
}
