package org.grokscope.run;

import org.grokscope.task.InvalidSetting;
import org.grokscope.task.ModularTask;
import org.grokscope.task.Operation;
import org.grokscope.task.Split;

/**
 * What a run learns.
 *
 * @param p a prime of at least 5
 * @param trainFraction share of the p² pairs that is trained on
 */
public record TaskSettings(Operation operation, int p, double trainFraction) {
    /** Addition modulo 97, three tenths of the pairs. */
    public static final TaskSettings PAPER = new TaskSettings(Operation.ADD, 97, 0.3);

    /** @throws InvalidSetting when there is no such task */
    public TaskSettings {
        new ModularTask(operation, p);
        Split.trainPairs(p, trainFraction);
    }

    /** Returns the task. */
    public ModularTask task() {
        return new ModularTask(operation, p);
    }
}
