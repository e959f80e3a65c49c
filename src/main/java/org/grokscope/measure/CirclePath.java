package org.grokscope.measure;

import java.util.List;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;

/** How the tokens move on the plane of one frequency as a run trains: circles at some steps, straight ways between them. */
public final class CirclePath {
    private final NavigableMap<Integer, EmbeddingCircle> circles;

    /** @param circles of one frequency by step, at least one */
    public CirclePath(SortedMap<Integer, EmbeddingCircle> circles) {
        if (circles.isEmpty()) {
            throw new IllegalArgumentException("A path needs a circle.");
        }
        this.circles = new TreeMap<>(circles);
    }

    /** Returns the frequency of the plane, k. */
    public int frequency() {
        return circles.firstEntry().getValue().frequency();
    }

    /** Returns the steps at which it is known where the tokens lay, ascending. */
    public List<Integer> steps() {
        return List.copyOf(circles.keySet());
    }

    /** Returns the tokens at a step; before the first that is known as there, after the last as there. */
    public EmbeddingCircle at(double step) {
        int floor = (int) Math.floor(step);
        var before = circles.floorEntry(floor);
        var after = circles.higherEntry(floor);
        if (before == null || after == null) {
            return (before == null ? circles.firstEntry() : before).getValue();
        }
        double share = (step - before.getKey()) / (after.getKey() - before.getKey());
        return share == 0 ? before.getValue() : before.getValue().towards(after.getValue(), share);
    }
}
