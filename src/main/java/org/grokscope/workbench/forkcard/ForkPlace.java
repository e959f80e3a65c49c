package org.grokscope.workbench.forkcard;

import java.util.Optional;
import java.util.OptionalInt;
import org.grokscope.measure.Milestone;
import org.grokscope.run.Forkable;
import org.grokscope.run.RunHistory;

/**
 * Where the fork card stands: what it says while it is folded, too, and quickly found at every move of the cursor.
 *
 * @param parent the id of the run to be forked
 * @param step to fork it at
 * @param name what is special about the step, in a word or two; may be empty
 * @param refusal why this step cannot be forked, in a sentence; empty where it can
 * @param elsewhere the first step that can be forked, where this one cannot
 */
public record ForkPlace(String parent, int step, String name, String refusal, OptionalInt elsewhere) {
    /**
     * Finds it.
     *
     * @param cursor the step wanted; empty for the FSD ceiling, or where there is none the newest checkpoint
     * @return empty for a run of which no step can be forked
     */
    static Optional<ForkPlace> of(RunHistory parent, OptionalInt cursor) {
        Forkable forkable = Forkable.of(parent);
        if (!forkable.any()) {
            return Optional.empty();
        }
        int step = cursor.orElseGet(() -> suggested(parent, forkable));
        String refusal = forkable.refusal(step);
        return Optional.of(new ForkPlace(parent.head().id(), step, name(parent, step), refusal,
                refusal.isEmpty() ? OptionalInt.empty() : OptionalInt.of(forkable.first())));
    }

    /** Returns whether the run can be forked here. */
    public boolean possible() {
        return refusal.isEmpty();
    }

    private static int suggested(RunHistory parent, Forkable forkable) {
        int grokked = parent.milestones().step(Milestone.GROKKED).orElse(Integer.MAX_VALUE);
        OptionalInt ceiling = parent.milestones().step(Milestone.CEILING);
        if (ceiling.isPresent() && ceiling.getAsInt() < grokked) {
            return ceiling.getAsInt();
        }
        // After grokking there is no wait left to shorten.
        return forkable.checkpoints().stream().filter(step -> step < grokked).reduce((_, later) -> later)
                .orElse(forkable.first());
    }

    private static String name(RunHistory parent, int step) {
        return parent.milestones().reached().entrySet().stream().filter(it -> it.getValue() == step)
                .map(it -> it.getKey().title()).findFirst().orElse("");
    }
}
