package org.grokscope.analysis;

import java.util.List;
import java.util.OptionalDouble;
import org.grokscope.measure.BranchOutcome;
import org.grokscope.measure.Evaluation;
import org.grokscope.measure.LawPoint;
import org.grokscope.measure.Measure;
import org.grokscope.measure.WeightNormDecay;
import org.grokscope.run.Lineage;
import org.grokscope.run.RunHistory;
import org.grokscope.run.RunState;

/**
 * A run that left another at some step.
 *
 * @param forkStep the step at which it left
 * @param parentsWeightDecay whether it kept its parent's λ
 * @param parentsDraw whether it kept its parent's order of batches
 */
public record FamilyBranch(RunHistory run, int forkStep, boolean parentsWeightDecay, boolean parentsDraw,
        BranchOutcome outcome) {
    /** Reads a branch from a run's history. */
    public static FamilyBranch of(RunHistory run, Lineage lineage) {
        return new FamilyBranch(run, lineage.step(), !lineage.changes().contains("weightDecay"),
                !lineage.changes().contains("dataSeed"),
                BranchOutcome.of(run.evaluations(), run.milestones(), lineage.step(), course(run.state())));
    }

    /** Returns λ. */
    public double weightDecay() {
        return run.head().configuration().optimizer().weightDecay();
    }

    /** Returns whether the branch does something to its network. */
    public boolean intervened() {
        return !run.head().interventions().own().isEmpty();
    }

    /** Returns whether the branch must repeat its parent: it kept both λ and order of batches. */
    public boolean control() {
        return parentsWeightDecay && parentsDraw;
    }

    /** Returns the branch's own evaluations and that of the fork step. */
    public List<Evaluation> evaluations() {
        return run.evaluations().stream().filter(evaluation -> evaluation.step() >= forkStep).toList();
    }

    /** Returns whether another λ than the branch's own acted before it grokked, or has so far: a planned change. */
    public boolean changedOnTheWay() {
        int end = outcome instanceof BranchOutcome.Grokked grokked ? grokked.at() : Integer.MAX_VALUE;
        return run.evaluations().stream()
                .filter(evaluation -> evaluation.step() > forkStep && evaluation.step() < end)
                .anyMatch(evaluation -> evaluation.value(Measure.WEIGHT_DECAY) != weightDecay());
    }

    /** Returns the measured ηλ over the set one: how fast log‖W‖ fell from fork to grokking, as a share of ηλ. */
    public OptionalDouble rateShare() {
        var optimizer = run.head().configuration().optimizer();
        double set = optimizer.learningRate() * optimizer.weightDecay();
        if (!(outcome instanceof BranchOutcome.Grokked grokked) || set == 0) {
            return OptionalDouble.empty();
        }
        OptionalDouble rate = WeightNormDecay.rate(run.evaluations(), forkStep, grokked.at());
        return rate.isPresent() ? OptionalDouble.of(rate.getAsDouble() / set) : rate;
    }

    /** Returns the branch for the law; branches of one parent, step and data seed are one draw. */
    LawPoint point(String parent) {
        return new LawPoint(parent + "@" + forkStep + "/" + run.head().configuration().seeds().dataSeed(),
                weightDecay(), outcome);
    }

    private static BranchOutcome.Course course(RunState state) {
        return switch (state) {
            case FINISHED, IMPORTED -> BranchOutcome.Course.ENDED;
            case DIVERGED -> BranchOutcome.Course.DIVERGED;
            case NEW, TRAINING, PAUSED, INTERRUPTED, FAILED -> BranchOutcome.Course.OPEN;
        };
    }
}
