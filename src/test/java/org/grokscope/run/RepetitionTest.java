package org.grokscope.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.grokscope.figure.SampleHistories;
import org.grokscope.measure.Evaluation;
import org.grokscope.measure.Measure;
import org.junit.jupiter.api.Test;

class RepetitionTest {
    private static final Environment TWO_THREADS = new Environment("cpu", "CPU", 2, new TreeMap<>());
    private static final Environment ONE_THREAD = new Environment("cpu", "CPU", 1, new TreeMap<>());

    private final RunHistory parent = SampleHistories.grokked();

    @Test
    void aControlThatRepeatsItsParentIsBitExactToItsLastStep() {
        Repetition repetition = Repetition.of(parent, control(parent.evaluations().subList(0, 46), TWO_THREADS));
        assertThat(repetition.exactTo()).isEqualTo(OptionalInt.of(4500));
        assertThat(repetition.text()).isEqualTo("bit-exact to step 4,500");
    }

    @Test
    void aControlFromTheParentsLastStepHasNothingToRepeat() {
        List<Evaluation> all = parent.evaluations();
        RunHistory ended = new RunHistory(parent.head(), parent.state(), all.subList(0, 11), List.of(), List.of(),
                parent.milestones(), List.of());
        assertThat(Repetition.of(ended, control(all, TWO_THREADS)).text())
                .isEqualTo("begins where its parent ends: there is nothing to repeat");
    }

    @Test
    void timesAndSpeedsMayDiffer() {
        List<Evaluation> slower = parent.evaluations().stream()
                .map(it -> it.toBuilder().wallMillis(it.wallMillis() + 7).set(Measure.STEPS_PER_SECOND, 1).build())
                .toList();
        assertThat(Repetition.of(parent, control(slower, TWO_THREADS)).differsFrom()).isEmpty();
    }

    @Test
    void whatOnlyOneOfTheTwoHasMeasuredCountsForNothing() {
        List<Evaluation> more = parent.evaluations().stream().map(it -> measured(it, 0.3, 0.4)).toList();
        List<Evaluation> none = more.stream().map(it -> measured(it, Double.NaN, Double.NaN)).toList();
        assertThat(none.get(20).sameNumbersAs(more.get(20))).isTrue();
        assertThat(more.get(20).sameNumbersAs(none.get(20))).isTrue();
        assertThat(more.get(20).sameNumbersAs(measured(more.get(20), 0.3, 0.41))).isFalse();
        assertThat(more.get(20).sameNumbersAs(measured(more.get(20), 0.31, 0.4))).isFalse();
    }

    private static Evaluation measured(Evaluation it, double band, double loss) {
        return it.toBuilder().set(Measure.FSD_NULL_95, band).set(Measure.RESTRICTED_LOSS, loss)
                .set(Measure.EXCLUDED_LOSS, loss).build();
    }

    @Test
    void theFirstStepThatDiffersIsNamedAndWhy() {
        List<Evaluation> other = new ArrayList<>(parent.evaluations());
        other.set(30, SampleHistories.evaluation(3000, 0.5, 0.5, 0.5));
        Repetition repetition = Repetition.of(parent, control(other, ONE_THREAD));
        assertThat(repetition.exactTo()).isEqualTo(OptionalInt.of(2900));
        assertThat(repetition.text()).isEqualTo("differs from step 3,000 on: threads 2, then 1");
    }

    @Test
    void whenNothingRecordedDiffersItSaysSo() {
        List<Evaluation> other = new ArrayList<>(parent.evaluations());
        other.set(30, SampleHistories.evaluation(3000, 0.5, 0.5, 0.5));
        assertThat(Repetition.of(parent, control(other, TWO_THREADS)).text())
                .isEqualTo("differs from step 3,000 on: no difference in device, threads or versions is recorded");
    }

    @Test
    void beforeTheFirstEvaluationAfterTheForkThereIsNothingToSay() {
        Repetition repetition = Repetition.of(parent, control(parent.evaluations().subList(0, 11), TWO_THREADS));
        assertThat(repetition.exactTo()).isEmpty();
        assertThat(repetition.text()).isEmpty();
    }

    /** A control forked at step 1,000. */
    private RunHistory control(List<Evaluation> evaluations, Environment environment) {
        RunHead head = parent.head();
        return new RunHistory(
                new RunHead("control", "control", head.created(), head.configuration(),
                        new Lineage("sample", 1000, List.of()), environment),
                RunState.FINISHED, evaluations, List.of(), List.of(), parent.milestones(), List.of());
    }
}
