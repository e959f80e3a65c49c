package org.grokscope.settings;

import org.grokscope.text.InvalidSetting;

/** Which of two implementations of the same network trains it; where both can, they agree to rounding. */
public enum Passes {
    /** Forward and backward pass written out by hand, a few native calls. */
    WRITTEN_OUT("by hand"),
    /** The plain network and the tensor library's automatic gradients: about half as fast. */
    AUTOMATIC("plain, with automatic gradients");

    private final String label;

    Passes(String label) {
        this.label = label;
    }

    /** Returns the quicker one of those that can train a network. */
    public static Passes of(ModelSettings model) {
        return model.norm() == Norm.POST ? AUTOMATIC : WRITTEN_OUT;
    }

    /**
     * Refuses products that the passes of a network do not have.
     *
     * @throws InvalidSetting when it is trained by automatic gradients, which are of float32 numbers
     */
    static void require(ProductPrecision precision, Norm norm) {
        InvalidSetting.unless(precision == ProductPrecision.FLOAT32 || norm != Norm.POST, "precision",
                "A network with LayerNorms behind the sublayers has products of float32 numbers alone.");
    }

    /** Returns what people call it. */
    public String label() {
        return label;
    }
}
