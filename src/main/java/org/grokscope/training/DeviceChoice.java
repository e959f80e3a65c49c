package org.grokscope.training;

import org.grokscope.text.Labelled;

/** Which device a person asks for. */
public enum DeviceChoice implements Labelled {
    /** A CUDA GPU when there is one, else the CPU. */
    AUTO("auto"),
    /** The CPU. */
    CPU("cpu"),
    /** A CUDA GPU, or nothing. */
    CUDA("cuda");

    private final String label;

    DeviceChoice(String label) {
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
