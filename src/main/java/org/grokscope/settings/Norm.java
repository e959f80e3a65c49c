package org.grokscope.settings;

import org.grokscope.text.Labelled;

/** Where LayerNorms stand. */
public enum Norm implements Labelled {
    /** Before each sublayer, x + f(LN(x)), and before the head. */
    PRE("pre"),
    /** Nowhere. */
    NONE("none"),
    /** Behind each sublayer, LN(x + f(x)), and nowhere else, as in the first transformer. */
    POST("post");

    private final String label;

    Norm(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public String toString() {
        return label;
    }
}
