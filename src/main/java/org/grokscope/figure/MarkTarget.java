package org.grokscope.figure;

import java.util.Collections;
import java.util.List;

/** What a mark of a chart stands for: other charts light up what stands for the same, and a click goes there. */
public sealed interface MarkTarget {
    /** Nothing beside itself. */
    MarkTarget ITSELF = new Itself();

    /** Nothing beside itself. */
    record Itself() implements MarkTarget {}

    /** A run, by its id. */
    record Run(String id) implements MarkTarget {}

    /** Several runs, by their ids. */
    record Runs(List<String> ids) implements MarkTarget {
        public Runs {
            ids = List.copyOf(ids);
        }
    }

    /** Returns what stands for runs, by their ids: for one that run, for none nothing. */
    static MarkTarget of(List<String> ids) {
        return switch (ids.size()) {
            case 0 -> ITSELF;
            case 1 -> new Run(ids.getFirst());
            default -> new Runs(ids);
        };
    }

    /** Returns the ids of the runs that it stands for; none where it stands for something else. */
    default List<String> runs() {
        return switch (this) {
            case Run(String id) -> List.of(id);
            case Runs(List<String> ids) -> ids;
            default -> List.of();
        };
    }

    /** Returns whether a mark that stands for this lights up when the other is pointed at: they are the same, or share a run. */
    default boolean meets(MarkTarget other) {
        return this != ITSELF && (equals(other) || !Collections.disjoint(runs(), other.runs()));
    }

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
