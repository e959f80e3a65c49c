package org.grokscope.training;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.grokscope.text.InvalidSetting;

/** Which device a person asks for. */
public enum DeviceChoice {
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

    /** Returns the name used on the command line. */
    public String label() {
        return label;
    }

    /**
     * Finds a choice by its label.
     *
     * @throws InvalidSetting when there is none of that name
     */
    public static DeviceChoice of(String label) {
        return Arrays.stream(values()).filter(choice -> choice.label.equals(label)).findFirst()
                .orElseThrow(() -> new InvalidSetting("device", "There is no device '" + label + "'; there are "
                        + Arrays.stream(values()).map(DeviceChoice::label).collect(Collectors.joining(", ")) + "."));
    }

    @Override
    public String toString() {
        return label;
    }
}
