package org.grokscope.run;

import org.grokscope.measure.Thresholds;

/** Everything a person chooses about a run, its name and its place apart. */
public record RunConfiguration(TaskSettings task, ModelSettings model, OptimizerSettings optimizer,
        ScheduleSettings schedule, EvaluationSettings evaluation, Thresholds thresholds, Seeds seeds) {
    /** The paper's network and optimizer on addition modulo 97. */
    public static final RunConfiguration PAPER = new RunConfiguration(TaskSettings.PAPER, ModelSettings.PAPER,
            OptimizerSettings.PAPER, ScheduleSettings.DEFAULT, EvaluationSettings.DEFAULT, Thresholds.PAPER,
            Seeds.DEFAULT);

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
        if (model.kind() != ModelKind.FULL) {
            name.append(" · ").append(model.kind().label());
        }
        if (model.blocks() != ModelSettings.PAPER.blocks()) {
            name.append(" · ").append(model.blocks()).append(model.blocks() == 1 ? " block" : " blocks");
        }
        return name.append(" · seed ").append(seeds.seed()).toString();
    }
}
