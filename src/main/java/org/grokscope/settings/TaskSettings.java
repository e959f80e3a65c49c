package org.grokscope.settings;

import org.grokscope.task.Labels;
import org.grokscope.task.Operation;

/**
 * What a run learns.
 *
 * @param p a prime of at least 5
 * @param trainFraction share of the p² pairs used for training
 */
public record TaskSettings(Operation operation, int p, double trainFraction, Labels labels) {
    /** Addition modulo 97, three tenths of the pairs. */
    public static final TaskSettings PAPER = of(SettingValues.PAPER);

    static TaskSettings of(SettingValues values) {
        return new TaskSettings(values.get(Settings.OPERATION), values.get(Settings.P),
                values.get(Settings.TRAIN_FRACTION), values.get(Settings.LABELS));
    }
}
