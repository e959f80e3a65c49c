package org.grokscope.task;

import org.grokscope.text.Labelled;

/** Which answers belong to the pairs. */
public enum Labels implements Labelled {
    /** Those of the operation. */
    TRUE("true"),
    /**
     * Those of the operation, permuted over all p² pairs: every answer is as frequent as before, for training and
     * validation alike, and there is nothing to be found. A control: what still shows up is not a circuit.
     */
    SHUFFLED("shuffled");

    private final String label;

    Labels(String label) {
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
