package org.grokscope.settings;

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

    /** Returns what people call it. */
    public String label() {
        return label;
    }
}
