package org.grokscope.task;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.grokscope.text.InvalidSetting;

/** Which answers belong to the pairs. */
public enum Labels {
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

    /** Returns the name used in files and on the command line. */
    public String label() {
        return label;
    }

    /**
     * Finds labels by their name.
     *
     * @throws InvalidSetting when there are none of that name
     */
    public static Labels of(String label) {
        return Arrays.stream(values()).filter(labels -> labels.label.equals(label)).findFirst()
                .orElseThrow(() -> new InvalidSetting("labels", "There are no labels '" + label + "'; there are "
                        + Arrays.stream(values()).map(Labels::label).collect(Collectors.joining(", ")) + "."));
    }

    @Override
    public String toString() {
        return label;
    }
}
