package org.grokscope.settings;

import java.util.Set;
import org.grokscope.measure.Thresholds;
import org.grokscope.task.Labels;
import org.grokscope.task.Operation;
import org.grokscope.task.Split;
import org.grokscope.task.Task;
import org.grokscope.task.group.GroupName;
import org.grokscope.text.InvalidSetting;

/** Everything a person chooses about a run, its name and its place apart. {@link Settings} is the table of it. */
public record RunConfiguration(TaskSettings task, ModelSettings model, OptimizerSettings optimizer,
        ScheduleSettings schedule, EvaluationSettings evaluation, Thresholds thresholds, Seeds seeds) {
    /** The paper's network and optimizer on addition modulo 97. */
    public static final RunConfiguration PAPER = SettingValues.PAPER.configuration();

    /** @throws InvalidSetting when there is no such run; it names the first setting whose value cannot be used */
    public RunConfiguration(TaskSettings task, ModelSettings model, OptimizerSettings optimizer,
            ScheduleSettings schedule, EvaluationSettings evaluation, Thresholds thresholds, Seeds seeds) {
        this.task = task;
        this.model = model;
        this.optimizer = optimizer;
        this.schedule = schedule;
        this.evaluation = evaluation;
        this.thresholds = thresholds;
        this.seeds = seeds;
        SettingProblems.of(SettingValues.of(this), Set.of()).entrySet().stream().findFirst().ifPresent(problem -> {
            throw new InvalidSetting(problem.getKey().name(), problem.getValue());
        });
    }

    /**
     * Returns this configuration with another value of one setting.
     *
     * @throws InvalidSetting when there is no such run
     */
    public <T> RunConfiguration with(Setting<T> setting, T value) {
        return SettingValues.of(this).with(setting, value).configuration();
    }

    /** Returns this configuration with the composition of a group's elements, and the FSD ceiling that is usual there. */
    public RunConfiguration composing(GroupName group) {
        return SettingValues.of(this).with(Settings.GROUP, group).with(Settings.OPERATION, Operation.COMPOSE)
                .with(Settings.P, group.order()).with(Settings.CEILING_FSD, Settings.GROUP_CEILING).configuration();
    }

    /** Returns this configuration with another seed, for weights, split and order alike. */
    public RunConfiguration withSeed(long seed) {
        return with(new Seeds(seed, seed));
    }

    /** Returns this configuration with other seeds. */
    public RunConfiguration with(Seeds other) {
        return new RunConfiguration(task, model, optimizer, schedule, evaluation, thresholds, other);
    }

    /** Returns this configuration with another λ. */
    public RunConfiguration withWeightDecay(double weightDecay) {
        return with(Settings.WEIGHT_DECAY, weightDecay);
    }

    /**
     * Returns this configuration with another end.
     *
     * @param steps the last step, counted from 0
     * @param stopAfterGrok steps after grokking at which it ends before that; 0 for never
     */
    public RunConfiguration ending(int steps, int stopAfterGrok) {
        return with(Settings.STEPS, steps).with(Settings.STOP_AFTER_GROK, stopAfterGrok);
    }

    /** Returns the pairs and the answers that are learned. */
    public Task learnedTask() {
        return task.learned(seeds.seed());
    }

    /** Returns which pairs are trained on and which validate. */
    public Split split() {
        return Split.of(task.p(), task.trainFraction(), seeds.seed(), task.split());
    }

    /** Returns a name that says what sets this run apart, for example {@code add mod 97 · seed 42}. */
    public String suggestedName() {
        StringBuilder name = new StringBuilder();
        name.append(learnedTask().name());
        if (task.labels() == Labels.SHUFFLED) {
            name.append(" · shuffled labels");
        }
        if (model.kind() != ModelKind.FULL) {
            name.append(" · ").append(model.kind().label());
        }
        if (model.blocks() != ModelSettings.PAPER.blocks()) {
            name.append(" · ").append(model.blocks()).append(model.blocks() == 1 ? " block" : " blocks");
        }
        return name.append(" · seed ").append(seeds.seed()).toString();
    }
}
