package org.grokscope.settings;

import org.grokscope.task.Labels;
import org.grokscope.task.Operation;
import org.grokscope.task.ModularTask;
import org.grokscope.task.SplitRule;
import org.grokscope.task.Task;
import org.grokscope.task.group.GroupName;
import org.grokscope.task.group.GroupTask;
import org.grokscope.text.InvalidSetting;

/**
 * What a run learns.
 *
 * @param group whose elements are composed; none for numbers modulo p
 * @param p how many tokens and answers there are: the modulus, or the order of the group
 * @param trainFraction share of the p² pairs used for training
 * @param split which pairs those are
 */
public record TaskSettings(Operation operation, GroupName group, int p, double trainFraction, Labels labels,
        SplitRule split) {
    /** Addition modulo 97, three tenths of the pairs. */
    public static final TaskSettings PAPER = of(SettingValues.PAPER);

    static TaskSettings of(SettingValues values) {
        return new TaskSettings(values.get(Settings.OPERATION), values.get(Settings.GROUP), values.get(Settings.P),
                values.get(Settings.TRAIN_FRACTION), values.get(Settings.LABELS), values.get(Settings.SPLIT));
    }

    /** Refuses an operation that a group does not have, or that needs one. */
    static void requireOperation(GroupName group, Operation operation) {
        InvalidSetting.unless(group.present() || operation != Operation.COMPOSE, "group",
                "Only elements of a group can be composed, and no group is given.");
        InvalidSetting.unless(!group.present() || operation == Operation.COMPOSE, "group",
                "Elements of a group are composed, so the operation is compose, and not " + operation + ".");
    }

    /** Refuses another number of tokens than a group has elements. */
    static void requireOrder(int p, GroupName group) {
        InvalidSetting.unless(!group.present() || group.order() == p, "p",
                "%s has %,d elements, so that p is %2$,d, and not %,d.", group, group.order(), p);
    }

    /**
     * Returns the pairs and the answers that are learned.
     *
     * @param seed of the permutation, where the labels are shuffled
     */
    public Task learned(long seed) {
        return group.present()
                ? new GroupTask(group, labels, seed)
                : new ModularTask(operation, p, labels, seed);
    }
}
