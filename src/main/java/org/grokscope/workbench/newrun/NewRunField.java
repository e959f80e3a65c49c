package org.grokscope.workbench.newrun;

import java.util.Arrays;
import org.grokscope.settings.RunConfiguration;
import org.grokscope.text.NumberText;

/** The fields of the dialog; the paper's values stand in them at first. */
public enum NewRunField {
    /** What is done with a and b. */
    OPERATION("operation", "Operation", RunConfiguration.PAPER.task().operation().label()),
    /** The modulus. */
    P("p", "Modulus p", Integer.toString(RunConfiguration.PAPER.task().p())),
    /** Share of the pairs trained on. */
    TRAIN_FRACTION("trainFraction", "Train fraction",
            NumberText.setting(RunConfiguration.PAPER.task().trainFraction())),
    /** Which sublayers the blocks have. */
    KIND("kind", "Network", RunConfiguration.PAPER.model().kind().label()),
    /** How many blocks. */
    BLOCKS("blocks", "Blocks", Integer.toString(RunConfiguration.PAPER.model().blocks())),
    /** Of the residual stream. */
    WIDTH("width", "Width", Integer.toString(RunConfiguration.PAPER.model().width())),
    /** Of the attention. */
    HEADS("heads", "Heads", Integer.toString(RunConfiguration.PAPER.model().heads())),
    /** Hidden neurons. */
    MLP_WIDTH("mlpWidth", "MLP width", Integer.toString(RunConfiguration.PAPER.model().mlpWidth())),
    /** λ. */
    WEIGHT_DECAY("weightDecay", "Weight decay \u03bb",
            NumberText.setting(RunConfiguration.PAPER.optimizer().weightDecay())),
    /** Planned changes of λ. */
    WEIGHT_DECAY_SCHEDULE("weightDecaySchedule", "\u03bb schedule", ""),
    /** η. */
    LEARNING_RATE("learningRate", "Learning rate",
            NumberText.setting(RunConfiguration.PAPER.optimizer().learningRate())),
    /** Pairs a step. */
    BATCH("batch", "Batch", Integer.toString(RunConfiguration.PAPER.optimizer().batch())),
    /** The last step. */
    STEPS("steps", "Last step", Integer.toString(RunConfiguration.PAPER.schedule().steps())),
    /** Steps after grokking at which a run ends early. */
    STOP_AFTER_GROK("stopAfterGrok", "Stop after grokking", ""),
    /** Steps between evaluations. */
    EVALUATE_EVERY("evaluateEvery", "Evaluate every",
            Integer.toString(RunConfiguration.PAPER.evaluation().evaluateEvery())),
    /** Steps between checkpoints. */
    CHECKPOINT_EVERY("checkpointEvery", "Checkpoint every",
            Integer.toString(RunConfiguration.PAPER.evaluation().checkpointEvery())),
    /** One run for each. */
    SEEDS("seed", "Seeds", Long.toString(RunConfiguration.PAPER.seeds().seed())),
    /** Of the order of the batches. */
    DATA_SEED("dataSeed", "Data seed", ""),
    /** What people will call the run. */
    NAME("name", "Name", "");

    private final String setting;
    private final String label;
    private final String first;

    NewRunField(String setting, String label, String first) {
        this.setting = setting;
        this.label = label;
        this.first = first;
    }

    /** Returns the name of the setting in run.json. */
    public String setting() {
        return setting;
    }

    /** Returns what the dialog calls it. */
    public String label() {
        return label;
    }

    /** Returns what stands in the field at first. */
    public String first() {
        return first;
    }

    /** Finds the field of a setting. */
    static NewRunField of(String setting) {
        return Arrays.stream(values()).filter(field -> field.setting.equals(setting)).findFirst().orElseThrow();
    }
}
