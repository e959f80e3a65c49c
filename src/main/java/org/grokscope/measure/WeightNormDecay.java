package org.grokscope.measure;

import java.util.List;
import java.util.OptionalDouble;

/** How fast weights shrink along a branch, the mechanism behind the law (src/site/markdown/science.md, section 6). */
public final class WeightNormDecay {
    private WeightNormDecay() {}

    /**
     * Measures ηλ_eff: minus the least-squares slope of log‖W‖ against the step.
     *
     * @param evaluations ascending in step
     * @param from the first step that counts, for a branch its fork
     * @param to the last step that counts, for a branch its grokking
     * @return the rate per step; nothing when the norm was measured fewer than twice
     */
    public static OptionalDouble rate(List<Evaluation> evaluations, int from, int to) {
        List<Evaluation> between = evaluations.stream()
                .filter(evaluation -> evaluation.step() >= from && evaluation.step() <= to)
                .filter(evaluation -> evaluation.value(Measure.WEIGHT_NORM) > 0).toList();
        if (between.size() < 2) {
            return OptionalDouble.empty();
        }
        double[] steps = between.stream().mapToDouble(Evaluation::step).toArray();
        double[] logs = between.stream().mapToDouble(evaluation -> Math.log(evaluation.value(Measure.WEIGHT_NORM)))
                .toArray();
        return OptionalDouble.of(-Line.through(steps, logs).slope());
    }
}
