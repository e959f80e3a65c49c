package org.grokscope.workbench.inspector;

/**
 * A line of a card.
 *
 * @param label what it is; empty for a remark, which has the line to itself
 * @param value as it is written
 */
public record Fact(String label, String value, Tone tone) {
    /** How a value stands out. */
    public enum Tone {
        /** Not at all. */
        PLAIN,
        /** As something good. */
        GOOD,
        /** As something to look at. */
        BAD
    }

    /** A plain line. */
    static Fact of(String label, String value) {
        return new Fact(label, value, Tone.PLAIN);
    }

    /** A remark of one sentence. */
    static Fact remark(String sentence) {
        return new Fact("", sentence, Tone.PLAIN);
    }
}
