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
}
