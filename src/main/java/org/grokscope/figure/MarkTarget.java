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

    /** A part of the network, as {@link org.grokscope.measure.Ablation} names it. */
    record Part(String name) implements MarkTarget {}

    /** A pair that the network is asked. */
    record Pair(int a, int b) implements MarkTarget {}
}
