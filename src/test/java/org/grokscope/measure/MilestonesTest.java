package org.grokscope.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MilestonesTest {
    private final List<Evaluation> evaluations = new ArrayList<>();

    @Test
    void eachIsDatedByTheFirstEvaluationThatShowsIt() {
        seen(0, 0.01, 0.1, 0.01);
        seen(100, 0.99, 0.5, 0.02);
        seen(200, 0.4, 0.80, 0.1);
        seen(300, 1, 0.7, 0.95);
        assertThat(milestones().step(Milestone.MEMORISED)).hasValue(100);
        assertThat(milestones().step(Milestone.CEILING)).hasValue(200);
        assertThat(milestones().step(Milestone.GROKKED)).hasValue(300);
        assertThat(milestones().lead()).hasValue(100);
        assertThat(milestones().leadOf(Milestone.MEMORISED)).hasValue(200);
        assertThat(milestones().leadOf(Milestone.RESTRICTED_SYNC)).isEmpty();
        assertThat(milestones().step(Milestone.RESTRICTED_SYNC)).isEmpty();
    }

    @Test
    void oneBadEvaluationAfterGrokkingIsNoLoss() {
        seen(0, 1, 0.9, 0.96);
        seen(100, 1, 0.9, 0.3);
        seen(200, 1, 0.9, 0.99);
        seen(300, 1, 0.9, 0.3);
        assertThat(milestones().step(Milestone.DESTABILISED)).isEmpty();
    }

    @Test
    void twoBadEvaluationsInARowAreOneDatedAtTheFirst() {
        seen(0, 1, 0.9, 0.2);
        seen(100, 1, 0.9, 0.96);
        seen(200, 1, 0.9, 0.49);
        seen(300, 1, 0.9, 0.49);
        assertThat(milestones().step(Milestone.DESTABILISED)).hasValue(200);
    }

    @Test
    void whatWasNotMeasuredReachesNothing() {
        seen(0, Double.NaN, Double.NaN, Double.NaN);
        assertThat(milestones().reached()).isEmpty();
    }

    private void seen(int step, double train, double fsd, double validation) {
        evaluations.add(Evaluation.at(step).performance(new Performance(0, train, 0, validation)).set(Measure.FSD, fsd)
                .build());
    }

    private Milestones milestones() {
        return Milestones.of(evaluations, Thresholds.PAPER);
    }
}
