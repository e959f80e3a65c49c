package org.grokscope.figure;

import java.awt.Color;
import java.util.Optional;
import org.grokscope.measure.Milestone;
import org.grokscope.run.GrokPrediction;
import org.grokscope.text.PlainNumber;
import org.grokscope.text.StepLabel;

/**
 * A grokking that has not happened: where on the step axis it is expected.
 *
 * @param weightDecay λ of the branch that it speaks of; empty for the run itself
 * @param control whether that is the λ of the run
 */
public record GrokGhost(GrokPrediction prediction, Optional<Double> weightDecay, boolean control) {
    /** What is expected of a run as it trains. */
    public static GrokGhost of(GrokPrediction prediction) {
        return new GrokGhost(prediction, Optional.empty(), false);
    }

    /** What is expected of a branch. */
    public static GrokGhost of(GrokPrediction prediction, double weightDecay, boolean control) {
        return new GrokGhost(prediction, Optional.of(weightDecay), control);
    }

    /** Returns whether it speaks of a branch, and not of the run itself. */
    public boolean ofFork() {
        return weightDecay.isPresent();
    }

    /** Returns what stands on its flag. */
    public String label() {
        return weightDecay.map(it -> "\u03bb " + PlainNumber.of(it) + " ").orElse("grokked ") + "\u2248\u2009"
                + StepLabel.of(rounded(prediction.expected()));
    }

    /** More than three digits would say more than is known. */
    private static int rounded(int step) {
        int unit = (int) Math.pow(10, Math.max(0, (int) Math.log10(Math.max(1, step)) - 2));
        return Math.round((float) step / unit) * unit;
    }

    /** Says in a sentence what it stands for. */
    public String words() {
        return "As of step %s, it is expected to grok%s at step %s; the 90%% interval runs from %s to %s.".formatted(
                StepLabel.of(prediction.from()),
                weightDecay.map(it -> " with \u03bb = " + PlainNumber.of(it)).orElse(""),
                StepLabel.of(prediction.expected()), StepLabel.of(prediction.low()), StepLabel.of(prediction.high()));
    }

    Color colour(FigureStyle style) {
        return weightDecay.map(it -> WeightDecayColours.of(it, control))
                .orElse(style.milestones().getOrDefault(Milestone.GROKKED, style.muted()));
    }
}
