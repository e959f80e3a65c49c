package org.grokscope.settings;

import java.util.List;
import org.grokscope.text.Labelled;

/** How a question is put to the network, which answers at the last position. With p operands, the sign "=" is token p and the sign of the operation token p + 1. */
public enum Sequence implements Labelled {
    /** a, b and a sign for the answer. */
    EQUALS("equals", "a", "b", "="),
    /** a and b alone; the answer is read at b. */
    PAIR("pair", "a", "b"),
    /** a, a sign for the operation, b and a sign for the answer. */
    EQUATION("equation", "a", "\u2218", "b", "=");

    private final String label;
    private final List<String> signs;

    Sequence(String label, String... signs) {
        this.label = label;
        this.signs = List.of(signs);
    }

    @Override
    public String label() {
        return label;
    }

    /** Returns what stands at each position, as people write it. */
    public List<String> signs() {
        return signs;
    }

    /** Returns how many positions there are. */
    public int positions() {
        return signs.size();
    }

    /** Returns where b stands, counted from 0; a stands at 0. */
    public int second() {
        return signs.indexOf("b");
    }

    /** Returns how many tokens there are besides the operands. */
    public int furtherTokens() {
        return signs.size() - 2;
    }

    /**
     * Returns the token at a position that holds no operand.
     *
     * @param operands how many operands there are
     */
    public int sign(int position, int operands) {
        return signs.get(position).equals("=") ? operands : operands + 1;
    }

    @Override
    public String toString() {
        return label;
    }
}
