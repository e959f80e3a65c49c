package org.grokscope.run;

/**
 * Where a fork takes its parent up: a checkpoint with moments; or the seed, from which step 0 is made again; or the weights
 * alone that another program saved, which is a cold start.
 *
 * @param from the step there; the steps between it and the fork are taken again
 * @param seed whether it is made from the seed and not read from a checkpoint
 * @param cold whether AdamW's moments are not known there and begin at zero, as in a new run
 */
public record ForkStart(int from, boolean seed, boolean cold) {
    /** Returns whether steps of the parent are taken again before a fork at a step. */
    public boolean replays(int step) {
        return from < step;
    }
}
