package org.grokscope.run;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a run was computed on; bits repeat only where all of it is the same.
 *
 * @param device for example {@code cpu} or {@code cuda:0}
 * @param deviceName the device's model, as a person would say it
 * @param threads of the tensor library
 * @param versions of the program, the JDK, DJL, PyTorch and the operating system
 */
public record Environment(String device, String deviceName, int threads, SortedMap<String, String> versions) {
    public Environment {
        versions = Collections.unmodifiableSortedMap(new TreeMap<>(versions));
    }

    /** Returns whether it is anything but a processor. */
    public boolean gpu() {
        return !device.equals("cpu");
    }

    /** Returns the same with another number of threads. */
    public Environment withThreads(int other) {
        return new Environment(device, deviceName, other, versions);
    }

    /**
     * Returns this with the number of threads that another was computed with, so that its bits can be repeated; this as
     * it is where the other was computed on something else, whose bits cannot be had here anyway.
     */
    public Environment repeating(Environment other) {
        return device.equals(other.device) && deviceName.equals(other.deviceName) ? withThreads(other.threads) : this;
    }
}
