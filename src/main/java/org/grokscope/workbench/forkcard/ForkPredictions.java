package org.grokscope.workbench.forkcard;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.grokscope.analysis.ForkFamily;
import org.grokscope.analysis.ForkPool;
import org.grokscope.measure.DelayPrediction;
import org.grokscope.measure.ForkLaw;
import org.grokscope.measure.Milestone;
import org.grokscope.run.ForkPlan;
import org.grokscope.run.GrokPrediction;
import org.grokscope.run.GrokPredictor;
import org.grokscope.run.RunHistory;

/**
 * When the branches of a plan are expected to grok: by the law of the branches that left before, and where that says nothing,
 * from recorded runs.
 *
 * @param byWeightDecay ascending in λ
 * @param remark why the law says nothing, or what the numbers rest on instead; empty where it is the law
 */
record ForkPredictions(Map<Double, GrokPrediction> byWeightDecay, String remark) {
    private static final String RECORDED = "Estimated from recorded runs, with intervals of 90%. Once branches at two values of "
            + "\u03bb have grokked, their own law takes over.";

    /** Asks for every λ of the plan. */
    static ForkPredictions of(List<RunHistory> runs, RunHistory parent, int step, Optional<ForkPlan> plan) {
        if (parent.milestones().step(Milestone.GROKKED).orElse(Integer.MAX_VALUE) <= step) {
            return new ForkPredictions(Map.of(),
                    "The run has grokked by this step, so there is no wait to predict.");
        }
        List<Double> wanted = plan.stream().flatMap(it -> it.branches().stream())
                .map(branch -> branch.configuration().optimizer().weightDecay()).distinct().toList();
        Map<Double, GrokPrediction> steps = new TreeMap<>();
        String remark = "";
        if (ForkFamily.of(runs, parent.head().id()).stream().noneMatch(it -> it.forkStep() == step)) {
            remark = "No branches start here yet. Once branches at two values of \u03bb have grokked, the law predicts "
                    + "the rest.";
        } else {
            ForkLaw law = ForkPool.of(runs, List.of(parent.head().id()), OptionalInt.of(step)).law();
            int every = parent.head().configuration().evaluation().evaluateEvery();
            for (double weightDecay : wanted) {
                switch (law.predict(weightDecay, every)) {
                    case DelayPrediction.Predicted it -> steps.put(weightDecay, after(step, it));
                    case DelayPrediction.NoGround it -> remark = it.sentence();
                }
            }
        }
        boolean recorded = steps.isEmpty() && told(parent, step, wanted, steps);
        return new ForkPredictions(steps, recorded ? RECORDED : remark);
    }

    private static boolean told(RunHistory parent, int step, List<Double> wanted, Map<Double, GrokPrediction> steps) {
        for (double weightDecay : wanted) {
            GrokPredictor.of(parent, step, OptionalDouble.of(weightDecay))
                    .ifPresent(it -> steps.put(weightDecay, it));
        }
        return !steps.isEmpty();
    }

    private static GrokPrediction after(int step, DelayPrediction.Predicted it) {
        return new GrokPrediction(step, (int) (step + Math.round(it.interval().low())),
                (int) (step + Math.round(it.delay())), (int) (step + Math.round(it.interval().high())));
    }
}
