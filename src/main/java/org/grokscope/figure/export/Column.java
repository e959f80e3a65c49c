package org.grokscope.figure.export;

import org.grokscope.measure.Measure;

/**
 * What the numbers of a table's rows are.
 *
 * @param name in the column {@code measure}
 * @param unit of the numbers: nats, share (0 to 1), logits, steps; empty for bare numbers
 */
record Column(String name, String unit) {
    private static final String SHARE = "share";
    private static final String STEPS = "steps";

    /** A bare number. */
    static Column bare(String name) {
        return new Column(name, "");
    }

    /** A number of gradient steps. */
    static Column steps(String name) {
        return new Column(name, STEPS);
    }

    /** A part of a whole, 0 to 1. */
    static Column share(String name) {
        return new Column(name, SHARE);
    }

    /** A measure. */
    static Column of(Measure measure) {
        return new Column(measure.key(), measure.scale() == Measure.Scale.SHARE ? SHARE : measure.unit());
    }

    /** What metrics.jsonl has under a key: a measure, or the embedding's power, which is shares, or norms. */
    static Column logged(String key) {
        return Measure.of(key).map(Column::of).orElseGet(() -> key.equals("embeddingPower") ? share(key) : bare(key));
    }

    /** Returns the same of a part: {@code name.part}. */
    Column part(Object part) {
        return new Column(name + "." + part, unit);
    }

    /** Returns the same under a heading: {@code heading.name}. */
    Column under(String heading) {
        return new Column(heading + "." + name, unit);
    }
}
