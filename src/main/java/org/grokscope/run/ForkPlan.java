package org.grokscope.run;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.grokscope.measure.Evaluation;
import org.grokscope.measure.Milestone;
import org.grokscope.measure.Milestones;
import org.grokscope.settings.RunConfiguration;
import org.grokscope.settings.Setting;
import org.grokscope.settings.Settings;
import org.grokscope.text.InvalidSetting;

/**
 * The branches that a request comes to, once it is known what the parent did.
 *
 * @param checkpoint the parent's checkpoint to go on from: that of the fork step, or the nearest earlier one, from which
 *     the steps between are taken again
 * @param branches the control first where there is one
 */
public record ForkPlan(int checkpoint, List<ForkBranch> branches) {
    public ForkPlan {
        branches = List.copyOf(branches);
    }

    /**
     * Plans a fork.
     *
     * @param parent as it stands now; it may be in training
     * @param resumable the parent's checkpoints that hold moments, ascending
     * @throws InvalidSetting when it cannot be forked like this
     */
    public static ForkPlan of(RunHistory parent, List<Integer> resumable, ForkRequest request) {
        return plan(parent.goingOn(), resumable, request);
    }

    private static ForkPlan plan(RunHistory parent, List<Integer> resumable, ForkRequest request) {
        int step = request.step();
        int checkpoint = checkpoint(parent, resumable, step);
        RunConfiguration settings = ended(inForce(parent, step), parent, request);
        double own = settings.optimizer().weightDecay();
        List<Double> weightDecays = new ArrayList<>(request.weightDecays());
        if (request.control() && !weightDecays.contains(own)) {
            weightDecays.addFirst(own);
        }
        List<ForkBranch> branches = new ArrayList<>();
        for (double weightDecay : weightDecays) {
            for (int draw = 1; draw <= request.draws(); draw++) {
                branches.add(branch(parent, step, settings, weightDecay,
                        request.learningRate().orElse(settings.optimizer().learningRate()), draw));
            }
        }
        return new ForkPlan(checkpoint, branches);
    }

    /**
     * Returns this plan without the branches that are there already: trained again they would be the same runs, and no
     * further draws.
     *
     * @param there the heads of the runs beside the parent
     * @throws InvalidSetting when nothing is left to make
     */
    public ForkPlan without(List<RunHead> there) {
        List<ForkBranch> missing = branches.stream().filter(branch -> there.stream().noneMatch(branch::sameAs))
                .toList();
        InvalidSetting.unless(!missing.isEmpty(), "branches",
                "All of these branches are there already; choose another \u03bb or more draws.");
        return new ForkPlan(checkpoint, missing);
    }

    private static int checkpoint(RunHistory parent, List<Integer> resumable, int step) {
        String id = parent.head().id();
        Lineage lineage = parent.head().lineage();
        InvalidSetting.unless(lineage == null || step >= lineage.step(), "step", "The run " + id + " begins at step "
                + (lineage == null ? 0 : lineage.step()) + "; fork its parent for an earlier one.");
        int reached = parent.reached();
        InvalidSetting.unless(step <= reached, "step",
                "The run " + id + " has reached step " + reached + ", so it cannot be forked at " + step + ".");
        return resumable.stream().filter(at -> at <= step).reduce((_, later) -> later)
                .orElseThrow(() -> new InvalidSetting("step", "The run " + id + " has no checkpoint with moments at or "
                        + "before step " + step + ", so it can be looked at but not forked there."));
    }

    /** The parent's settings with the λ that acts after the step. */
    private static RunConfiguration inForce(RunHistory parent, int step) {
        return parent.head().configuration().withWeightDecay(parent.weightDecayAfter(step));
    }

    /** The end of the branches: a parent that had grokked by the fork step says nothing about when they should stop. */
    private static RunConfiguration ended(RunConfiguration inherited, RunHistory parent, ForkRequest request) {
        boolean grokked = until(parent, request.step()).step(Milestone.GROKKED).isPresent();
        int steps = request.steps().orElse(inherited.schedule().steps());
        InvalidSetting.unless(steps > request.step(), "steps", "A fork at step " + request.step()
                + " needs a last step beyond it, and " + steps + " is not.");
        int after = request.stopAfterGrok().orElse(inherited.schedule().stopAfterGrok());
        return inherited.ending(steps, grokked ? 0 : after);
    }

    /** Returns the milestones that a run had reached by a step. */
    static Milestones until(RunHistory run, int step) {
        List<Evaluation> before = run.evaluations().stream().filter(evaluation -> evaluation.step() <= step).toList();
        return Milestones.of(before, run.head().configuration().thresholds());
    }

    private static ForkBranch branch(RunHistory parent, int step, RunConfiguration settings, double weightDecay,
            double learningRate, int draw) {
        RunConfiguration configuration = settings.with(Settings.WEIGHT_DECAY, weightDecay)
                .with(Settings.LEARNING_RATE, learningRate)
                .with(Settings.DATA_SEED, settings.seeds().dataSeed() + draw - 1);
        List<String> changes = Stream.of(Settings.WEIGHT_DECAY, Settings.LEARNING_RATE, Settings.DATA_SEED)
                .filter(setting -> !setting.of(configuration).equals(setting.of(settings))).map(Setting::name).toList();
        String name = (changes.isEmpty() ? "control" : "fork") + " \u00b7 %,d".formatted(step)
                + (draw == 1 ? "" : " \u00b7 #" + draw);
        return new ForkBranch(name, configuration, new Lineage(parent.head().id(), step, changes, draw));
    }
}
