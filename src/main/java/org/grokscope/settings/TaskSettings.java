package org.grokscope.settings;

import org.grokscope.task.Labels;
import org.grokscope.task.ModularTask;
import org.grokscope.task.Operation;
import org.grokscope.task.Split;
import org.grokscope.text.InvalidSetting;

/**
 * What a run learns.
 *
 * @param p a prime of at least 5
 * @param trainFraction share of the p² pairs that is trained on
 */
public record TaskSettings(Operation operation, int p, double trainFraction, Labels labels) {
    /** Addition modulo 97, three tenths of the pairs. */
    public static final TaskSettings PAPER = new TaskSettings(Operation.ADD, 97, 0.3);

    /** The operation's own answers. */
    public TaskSettings(Operation operation, int p, double trainFraction) {
        this(operation, p, trainFraction, Labels.TRUE);
    }

    /** @throws InvalidSetting when there is no such task */
    public TaskSettings {
        ModularTask.requirePrime(p);
        Split.trainPairs(p, trainFraction);
    }
}
