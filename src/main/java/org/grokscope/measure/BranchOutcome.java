package org.grokscope.measure;

import java.util.List;
import java.util.OptionalInt;

/** What became of a branch. */
public sealed interface BranchOutcome {
    /** Under this norm a network is crushed: its logits no longer depend on the pair. */
    double COLLAPSED_NORM = 1;

    /** Whether a branch may still change. */
    enum Course {
        /** It trains, or can go on. */
        OPEN,
        /** It reached its last step. */
        ENDED,
        /** A loss or parameter was not finite. */
        DIVERGED
    }

    /** What came after grokking. */
    enum Aftermath {
        /** Nothing that took it away. */
        KEPT,
        /** The validation accuracy fell back under a half. */
        DESTABILISED,
        /** A loss or parameter was not finite. */
        DIVERGED
    }

    /** Why a branch has not grokked. */
    enum Cause {
        /** It may still. */
        NOT_YET,
        /** It ended before it did. */
        ENDED,
        /** Its weight norm is under {@link #COLLAPSED_NORM}. */
        COLLAPSED,
        /** A loss or parameter was not finite. */
        DIVERGED
    }

    /**
     * It grokked after the fork.
     *
     * @param at the step of grokking
     * @param delay Δt: steps from the fork to grokking, over 0
     * @param norm weight norm at grokking; NaN when it was not measured
     */
    record Grokked(int at, int delay, double norm, Aftermath aftermath) implements BranchOutcome {}

    /**
     * It has not grokked.
     *
     * @param steps trained since the fork: Δt is longer, if there is one
     */
    record NotGrokked(int steps, Cause cause) implements BranchOutcome {}

    /** Its parent had grokked when it was forked: there is no Δt. */
    record GrokkedBeforeFork(int at) implements BranchOutcome {}

    /**
     * Reads the outcome from a branch's evaluations.
     *
     * @param evaluations ascending in step, those inherited from the parent among them or not
     * @param milestones of the branch, those inherited among them
     * @param forkStep the step it was forked at
     */
    static BranchOutcome of(List<Evaluation> evaluations, Milestones milestones, int forkStep, Course course) {
        OptionalInt grokked = milestones.step(Milestone.GROKKED);
        if (grokked.isPresent() && grokked.getAsInt() <= forkStep) {
            return new GrokkedBeforeFork(grokked.getAsInt());
        }
        if (grokked.isPresent()) {
            int at = grokked.getAsInt();
            double norm = evaluations.stream().filter(evaluation -> evaluation.step() == at)
                    .mapToDouble(evaluation -> evaluation.value(Measure.WEIGHT_NORM)).findFirst().orElse(Double.NaN);
            return new Grokked(at, at - forkStep, norm, aftermath(milestones, course));
        }
        int steps = evaluations.isEmpty() ? 0 : Math.max(0, evaluations.getLast().step() - forkStep);
        return new NotGrokked(steps, cause(evaluations, course));
    }

    private static Aftermath aftermath(Milestones milestones, Course course) {
        if (course == Course.DIVERGED) {
            return Aftermath.DIVERGED;
        }
        return milestones.step(Milestone.DESTABILISED).isPresent() ? Aftermath.DESTABILISED : Aftermath.KEPT;
    }

    private static Cause cause(List<Evaluation> evaluations, Course course) {
        boolean collapsed = !evaluations.isEmpty() && evaluations.getLast().value(Measure.WEIGHT_NORM) < COLLAPSED_NORM;
        return switch (course) {
            case DIVERGED -> Cause.DIVERGED;
            case OPEN -> collapsed ? Cause.COLLAPSED : Cause.NOT_YET;
            case ENDED -> collapsed ? Cause.COLLAPSED : Cause.ENDED;
        };
    }
}
