package org.grokscope.task;

import java.util.Arrays;
import org.grokscope.text.InvalidSetting;

/**
 * Which pairs a run trains on and which validate it: a pure function of p, the train fraction and the seed.
 */
public final class Split {
    private final int[] train;
    private final int[] validation;

    private Split(int[] train, int[] validation) {
        this.train = train;
        this.validation = validation;
    }

    /**
     * Draws a split of p² pairs.
     *
     * @param trainFraction share of the pairs that is trained on; ⌊fraction · p²⌋ of them
     * @param seed the run's seed
     * @throws InvalidSetting when one of the parts would be empty
     */
    public static Split of(int p, double trainFraction, long seed) {
        return of(p, trainFraction, seed, SplitRule.OWN);
    }

    /**
     * Draws a split of p² pairs by a rule.
     *
     * @param seed the run's, for a rule that has none of its own
     * @throws InvalidSetting when one of the parts would be empty
     */
    public static Split of(int p, double trainFraction, long seed, SplitRule rule) {
        int pairs = p * p;
        int trainPairs = trainPairs(p, trainFraction);
        int[] order = rule.order(pairs, seed);
        int[] train = Arrays.copyOf(order, trainPairs);
        int[] validation = Arrays.copyOfRange(order, trainPairs, pairs);
        Arrays.sort(train);
        Arrays.sort(validation);
        return new Split(train, validation);
    }

    /**
     * Refuses what is no part of the pairs, whatever their number.
     *
     * @throws InvalidSetting unless the fraction lies between 0 and 1
     */
    public static void requireFraction(double trainFraction) {
        InvalidSetting.unless(trainFraction > 0 && trainFraction < 1, "trainFraction",
                "The train fraction must lie between 0 and 1, and " + trainFraction + " does not.");
    }

    /**
     * Returns how many of the p² pairs are trained on.
     *
     * @throws InvalidSetting when one of the parts would be empty
     */
    public static int trainPairs(int p, double trainFraction) {
        requireFraction(trainFraction);
        int trainPairs = (int) Math.floor(trainFraction * p * p);
        InvalidSetting.unless(trainPairs > 0 && trainPairs < p * p, "trainFraction",
                "A train fraction of " + trainFraction + " leaves no pairs to "
                        + (trainPairs == 0 ? "train on." : "validate with."));
        return trainPairs;
    }

    /** Returns the indices of the training pairs, ascending. */
    public int[] train() {
        return train.clone();
    }

    /** Returns the indices of the validation pairs, ascending. */
    public int[] validation() {
        return validation.clone();
    }
}
