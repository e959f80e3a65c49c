package org.grokscope.settings;

import org.grokscope.task.Labels;
import org.grokscope.task.Operation;
import org.grokscope.task.SplitRule;

/**
 * What a run learns.
 *
 * @param p a prime of at least 5
 * @param trainFraction share of the p² pairs used for training
 * @param split which pairs those are
 */
public record TaskSettings(Operation operation, int p, double trainFraction, Labels labels, SplitRule split) {
    /** Addition modulo 97, three tenths of the pairs. */
    public static final TaskSettings PAPER = of(SettingValues.PAPER);

    static TaskSettings of(SettingValues values) {
        return new TaskSettings(values.get(Settings.OPERATION), values.get(Settings.P),
                values.get(Settings.TRAIN_FRACTION), values.get(Settings.LABELS), values.get(Settings.SPLIT));
    }
}
