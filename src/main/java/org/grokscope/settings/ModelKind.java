package org.grokscope.settings;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.grokscope.text.InvalidSetting;

/** Which sublayers a block has. */
public enum ModelKind {
    /** Attention and MLP. */
    FULL("full"),
    /** No MLP and no ln2. */
    ATTENTION_ONLY("attention-only"),
    /** No attention and no ln1; its readout never sees a or b. */
    MLP_ONLY("mlp-only");

    private final String label;

    ModelKind(String label) {
        this.label = label;
    }

    /** Returns the name used in files and on the command line. */
    public String label() {
        return label;
    }

    /** Returns whether blocks have an attention sublayer. */
    public boolean attention() {
        return this != MLP_ONLY;
    }

    /** Returns whether blocks have an MLP sublayer. */
    public boolean mlp() {
        return this != ATTENTION_ONLY;
    }

    /**
     * Finds a kind by its label.
     *
     * @throws InvalidSetting when there is none of that name
     */
    public static ModelKind of(String label) {
        return Arrays.stream(values()).filter(kind -> kind.label.equals(label)).findFirst().orElseThrow(
                () -> new InvalidSetting("kind", "There is no kind of network '" + label + "'; there are "
                        + Arrays.stream(values()).map(ModelKind::label).collect(Collectors.joining(", ")) + "."));
    }

    @Override
    public String toString() {
        return label;
    }
}
