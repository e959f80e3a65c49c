package org.grokscope.workbench.estimate;

import java.util.Optional;
import org.grokscope.analysis.RunEstimate;
import org.grokscope.text.NumberText;
import org.grokscope.text.RoughDuration;

/**
 * An estimate in words.
 *
 * @param words for example {@code about 1–2 min · 101 MB}; empty while nothing can be said
 * @param warning a sentence where a person should think twice; may be empty
 */
public record EstimateText(String words, String warning) {
    /** Nothing is to be started. */
    public static final EstimateText NONE = new EstimateText("", "");

    static EstimateText of(Optional<RunEstimate> estimate, boolean mayEndEarlier,
            SpeedModel.Trying trial) {
        return estimate.map(it -> of(it, mayEndEarlier, trial == SpeedModel.Trying.WHILE_BUSY))
                .orElse(trial == SpeedModel.Trying.NOW
                        ? new EstimateText("measuring this machine's speed \u2026", "")
                        : NONE);
    }

    private static EstimateText of(RunEstimate estimate, boolean mayEndEarlier, boolean busy) {
        return new EstimateText((mayEndEarlier ? "up to " : "about ")
                + RoughDuration.of(estimate.shortest(), estimate.longest()) + " \u00b7 "
                + NumberText.bytes(estimate.bytes()),
                warning(estimate.takesOverAnHour(), busy));
    }

    private static String warning(boolean slow, boolean busy) {
        if (busy) {
            return "Other programs keep this machine busy. " + (slow
                    ? "If they go on, this may take more than an hour."
                    : "Without them, it takes less.");
        }
        return slow ? "This may take more than an hour." : "";
    }
}
