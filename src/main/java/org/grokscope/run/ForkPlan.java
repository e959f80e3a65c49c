package org.grokscope.run;

import java.util.ArrayList;
import java.util.List;
import org.grokscope.measure.Evaluation;
import org.grokscope.measure.Milestone;
import org.grokscope.measure.Milestones;
import org.grokscope.settings.RunConfiguration;
import org.grokscope.settings.Setting;
import org.grokscope.settings.Settings;
import org.grokscope.settings.WeightDecayTrigger;
import org.grokscope.text.InvalidSetting;
import org.grokscope.text.NumberText;

/**
 * The branches that a request comes to, once it is known what the parent did.
 *
 * @param start where they take their parent up
 * @param branches the control first where there is one
 */
public record ForkPlan(ForkStart start, List<ForkBranch> branches) {
    public ForkPlan {
        branches = List.copyOf(branches);
    }

    /**
     * Plans a fork.
     *
     * @param parent as it stands now; it may be in training
     * @throws InvalidSetting when it cannot be forked like this
     */
    public static ForkPlan of(RunHistory parent, ForkRequest request) {
        return plan(parent.goingOn(), request);
    }

    private static ForkPlan plan(RunHistory parent, ForkRequest request) {
        int step = request.step();
        Forkable forkable = Forkable.of(parent);
        ForkStart start = forkable.start(step)
                .orElseThrow(() -> new InvalidSetting("step", forkable.refusal(step)));
        RunConfiguration settings = seen(ended(inForce(parent, step), parent, request), request);
        double own = settings.optimizer().weightDecay();
        List<Double> weightDecays = new ArrayList<>(request.weightDecays());
        if (request.control() && !weightDecays.contains(own)) {
            weightDecays.addFirst(own);
        }
        ForkTargets.check(parent, request, start);
        boolean intervenes = !request.interventions().wanted().isEmpty();
        List<ForkBranch> branches = new ArrayList<>();
        if (request.control() || !intervenes) {
            for (double weightDecay : weightDecays) {
                for (int draw = 1; draw <= request.draws(); draw++) {
                    branches.add(
                            branch(parent, request, start, settings, weightDecay, draw, Interventions.NONE));
                }
            }
        }
        if (intervenes) {
            for (double weightDecay : request.weightDecays().isEmpty() ? List.of(own) : request.weightDecays()) {
                for (int draw = 1; draw <= request.draws(); draw++) {
                    for (Interventions interventions : ForkTargets.beside(parent, request.interventions(), draw)) {
                        branches.add(branch(parent, request, start, settings, weightDecay, draw, interventions));
                    }
                }
            }
        }
        return new ForkPlan(start, branches);
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
                "All of these branches exist already. Choose another \u03bb or more draws.");
        return new ForkPlan(start, missing);
    }

    /** The parent's settings with the λ that acts after the step. */
    private static RunConfiguration inForce(RunHistory parent, int step) {
        return parent.head().configuration().withWeightDecay(parent.weightDecayAfter(step));
    }

    /** The end of the branches: a parent that had grokked by the fork step says nothing about when they should stop. */
    private static RunConfiguration ended(RunConfiguration inherited, RunHistory parent, ForkRequest request) {
        boolean grokked = until(parent, request.step()).step(Milestone.GROKKED).isPresent();
        int steps = request.steps().orElse(inherited.schedule().steps());
        InvalidSetting.unless(steps > request.step(), "steps",
                "The last step must be after step %,d, where the fork begins.".formatted(request.step()));
        int after = request.stopAfterGrok().orElse(inherited.schedule().stopAfterGrok());
        return inherited.ending(steps, grokked ? 0 : after);
    }

    /** How often the branches are evaluated; where λ waits for what an evaluation shows, that would be another course. */
    private static RunConfiguration seen(RunConfiguration inherited, ForkRequest request) {
        int every = request.evaluateEvery().orElse(inherited.evaluation().evaluateEvery());
        InvalidSetting.unless(
                every == inherited.evaluation().evaluateEvery() || inherited.schedule().weightDecay().changes().stream()
                        .noneMatch(it -> it.trigger() instanceof WeightDecayTrigger.AtMilestone),
                "evaluateEvery",
                "The parent's schedule changes \u03bb at a milestone, which other evaluations would date "
                        + "differently; its forks are evaluated every "
                        + inherited.evaluation().evaluateEvery() + " steps.");
        return inherited.with(Settings.EVALUATE_EVERY, every);
    }

    /** Returns the milestones that a run had reached by a step. */
    static Milestones until(RunHistory run, int step) {
        List<Evaluation> before = run.evaluations().stream().filter(evaluation -> evaluation.step() <= step).toList();
        return Milestones.of(before, run.head().configuration().thresholds());
    }

    private static ForkBranch branch(RunHistory parent, ForkRequest request, ForkStart start,
            RunConfiguration settings, double weightDecay, int draw, Interventions interventions) {
        RunConfiguration configuration = request.settings().on(settings, weightDecay, draw);
        List<String> changes = ForkSettings.CHANGEABLE.stream()
                .filter(setting -> !setting.of(configuration).equals(setting.of(settings))).map(Setting::name).toList();
        Interventions all = new Interventions(interventions.own(), parent.head().lasting().list(),
                interventions.sham());
        Lineage lineage = new Lineage(parent.head().id(), request.step(), changes,
                request.settings().dataSeed().isPresent() ? 0 : draw, all, start.cold());
        String name = name(configuration, lineage, draw) + " from %,d".formatted(request.step());
        return new ForkBranch(name, configuration, lineage);
    }

    /** Says what a branch is, by what it changes. */
    private static String name(RunConfiguration configuration, Lineage lineage, int draw) {
        List<String> words = new ArrayList<>();
        if (!lineage.interventions().own().isEmpty()) {
            words.add(lineage.interventions().label());
        }
        for (Setting<?> setting : ForkSettings.CHANGEABLE) {
            boolean order = setting.equals(Settings.DATA_SEED) && lineage.draw() > 0;
            if (lineage.changes().contains(setting.name()) && !order) {
                String sign = setting.equals(Settings.LEARNING_RATE) ? "\u03b7" : setting.symbol();
                words.add(sign + " " + setting.said(configuration));
            }
        }
        if (words.isEmpty() && draw > 1) {
            words.add("\u03bb " + NumberText.setting(configuration.optimizer().weightDecay()));
        }
        if (words.isEmpty()) {
            words.add("control");
        }
        if (draw > 1) {
            words.add("draw " + draw);
        }
        if (lineage.coldStart()) {
            words.add("cold start");
        }
        return String.join(", ", words);
    }
}
