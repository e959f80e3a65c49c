package org.grokscope.figure;

/** What a mark of a chart stands for: other charts light up what stands for the same, and a click goes there. */
public sealed interface MarkTarget {
    /** Nothing beside itself. */
    MarkTarget ITSELF = new Itself();

    /** Nothing beside itself. */
    record Itself() implements MarkTarget {}

    /** A run, by its id. */
    record Run(String id) implements MarkTarget {}

    /** A frequency, 1..F. */
    record Frequency(int k) implements MarkTarget {}

    /**
     * A neuron of the last block's MLP.
     *
     * @param index in its layer
     * @param frequency that it answers to, 1..F; 0 where that is none of the task's own
     */
    record Neuron(int index, int frequency) implements MarkTarget {
        /** Returns what it has in common with marks of other charts. */
        public MarkTarget shared() {
            return frequency == 0 ? ITSELF : new Frequency(frequency);
        }
    }

    /** A part of the network, as {@link org.grokscope.measure.Ablation} names it. */
    record Part(String name) implements MarkTarget {}

    /** A pair that the network is asked. */
    record Pair(int a, int b) implements MarkTarget {}
}
