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

    static EstimateText of(Optional<RunEstimate> estimate, boolean mayEndEarlier, boolean measuring) {
        return estimate.map(it -> of(it, mayEndEarlier))
                .orElse(measuring ? new EstimateText("measuring this machine's speed \u2026", "") : NONE);
    }

    private static EstimateText of(RunEstimate estimate, boolean mayEndEarlier) {
        return new EstimateText((mayEndEarlier ? "up to " : "about ")
                + RoughDuration.of(estimate.shortest(), estimate.longest()) + " \u00b7 "
                + NumberText.bytes(estimate.bytes()),
                estimate.takesOverAnHour() ? "This may take more than an hour." : "");
    }
}
