package org.grokscope.settings;

import org.grokscope.task.Operation;

/** Settings for tests: others than these are the paper's. */
public final class SampleSettings {
    private SampleSettings() {}

    /** A network of this shape. */
    public static ModelSettings model(ModelKind kind, int blocks, int width, int heads, int mlpWidth) {
        return SettingValues.PAPER.with(Settings.KIND, kind).with(Settings.BLOCKS, blocks).with(Settings.WIDTH, width)
                .with(Settings.HEADS, heads).with(Settings.MLP_WIDTH, mlpWidth).configuration().model();
    }

    /** A run of a network of this shape, which learns half of the sums modulo p. */
    public static RunConfiguration run(int p, ModelSettings model, double learningRate, int batch) {
        RunConfiguration paper = RunConfiguration.PAPER;
        return new RunConfiguration(paper.task(), model, paper.optimizer(), paper.schedule(), paper.evaluation(),
                paper.thresholds(), paper.seeds()).with(Settings.OPERATION, Operation.ADD).with(Settings.P, p)
                .with(Settings.TRAIN_FRACTION, 0.5).with(Settings.LEARNING_RATE, learningRate)
                .with(Settings.BATCH, batch);
    }
}
