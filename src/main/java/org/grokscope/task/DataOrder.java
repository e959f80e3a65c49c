package org.grokscope.task;

import java.util.Arrays;

/**
 * Which pairs each step sees. Stateless: the order within epoch e is a pure function of the data seed and e, so a
 * checkpoint needs no random state. The last short batch of an epoch is dropped; a training set smaller than a batch
 * is one batch.
 */
public final class DataOrder {
    private final int[] train;
    private final int batch;
    private final long dataSeed;
    private long cachedEpoch = -1;
    private int[] cachedOrder = {};

    /**
     * @param train the training pairs
     * @param batch pairs a step, at least 1
     * @param dataSeed seeds the order, and nothing else
     */
    public DataOrder(int[] train, int batch, long dataSeed) {
        this.train = train.clone();
        this.batch = Math.min(batch, train.length);
        this.dataSeed = dataSeed;
    }

    /** Returns the steps of one epoch. */
    public int stepsPerEpoch() {
        return train.length / batch;
    }

    /**
     * Returns the pairs of one step.
     *
     * @param step how many steps were taken before, from 0
     */
    public int[] batch(long step) {
        long epoch = step / stepsPerEpoch();
        if (epoch != cachedEpoch) {
            cachedOrder = RandomStream.shuffled(train, RandomStream.of(dataSeed, "order", epoch));
            cachedEpoch = epoch;
        }
        int start = (int) (step % stepsPerEpoch()) * batch;
        return Arrays.copyOfRange(cachedOrder, start, start + batch);
    }
}
