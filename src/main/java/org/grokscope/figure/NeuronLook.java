package org.grokscope.figure;

import java.util.Optional;
import java.util.OptionalInt;
import org.grokscope.measure.NeuronCourse;

/**
 * Which neuron is followed through its network's training.
 *
 * @param neuron index in the last block's MLP; empty while nobody chose one
 * @param course how its frequencies fared; empty while that is read
 * @param step of the network that is shown
 */
public record NeuronLook(OptionalInt neuron, Optional<NeuronCourse> course, int step) {
    /** Nobody chose one. */
    public static final NeuronLook NONE = new NeuronLook(OptionalInt.empty(), Optional.empty(), 0);
}
