package org.grokscope.settings;

import org.grokscope.measure.Thresholds;
import org.grokscope.task.Labels;
import org.grokscope.task.ModularTask;

/** Everything a person chooses about a run, its name and its place apart. */
public record RunConfiguration(TaskSettings task, ModelSettings model, OptimizerSettings optimizer,
        ScheduleSettings schedule, EvaluationSettings evaluation, Thresholds thresholds, Seeds seeds) {
    /** The paper's network and optimizer on addition modulo 97. */
    public static final RunConfiguration PAPER = new RunConfiguration(TaskSettings.PAPER, ModelSettings.PAPER,
            OptimizerSettings.PAPER, ScheduleSettings.DEFAULT, EvaluationSettings.DEFAULT, Thresholds.PAPER,
            Seeds.DEFAULT);

    /** Returns the pairs and the answers that are learned. */
    public ModularTask modularTask() {
        return new ModularTask(task.operation(), task.p(), task.labels(), seeds.seed());
    }

    /** Returns this configuration with another task. */
    public RunConfiguration with(TaskSettings other) {
        return new RunConfiguration(other, model, optimizer, schedule, evaluation, thresholds, seeds);
    }

    /** Returns this configuration with another network. */
    public RunConfiguration with(ModelSettings other) {
        return new RunConfiguration(task, other, optimizer, schedule, evaluation, thresholds, seeds);
    }

    /** Returns this configuration with another schedule. */
    public RunConfiguration with(ScheduleSettings other) {
        return new RunConfiguration(task, model, optimizer, other, evaluation, thresholds, seeds);
    }

    /** Returns this configuration with other seeds. */
    public RunConfiguration with(Seeds other) {
        return new RunConfiguration(task, model, optimizer, schedule, evaluation, thresholds, other);
    }

    /** Returns this configuration with another λ. */
    public RunConfiguration withWeightDecay(double weightDecay) {
        return new RunConfiguration(task, model,
                new OptimizerSettings(optimizer.learningRate(), weightDecay, optimizer.beta1(), optimizer.beta2(),
                        optimizer.epsilon(), optimizer.batch()),
                schedule, evaluation, thresholds, seeds);
    }

    /** Returns a name that says what sets this run apart, for example {@code add mod 97 · seed 42}. */
    public String suggestedName() {
        StringBuilder name = new StringBuilder();
        name.append(task.operation().label()).append(" mod ").append(task.p());
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
