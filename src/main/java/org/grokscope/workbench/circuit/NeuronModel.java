package org.grokscope.workbench.circuit;

import java.util.Optional;
import java.util.OptionalInt;
import org.grokscope.figure.NeuronLook;
import org.grokscope.measure.NeuronCourse;
import org.grokscope.run.RunHistory;

/** The neuron that a person follows through a run's training. Nothing is read before there is one. For use on the JavaFX thread. */
final class NeuronModel {
    private final CourseSource source;
    private final Runnable changed;
    private OptionalInt neuron = OptionalInt.empty();

    /** @param changed hears when there is something else to be shown */
    NeuronModel(CourseSource source, Runnable changed) {
        this.source = source;
        this.changed = changed;
        source.listen(changed);
    }

    /** Follows a neuron; none again when it was followed before. */
    void follow(int index) {
        neuron = neuron.equals(OptionalInt.of(index)) ? OptionalInt.empty() : OptionalInt.of(index);
        changed.run();
    }

    /** Says whose neurons they are; empty while nobody looks. */
    void show(Optional<RunHistory> run) {
        source.want(neuron.isPresent() ? run : Optional.empty());
    }

    /** Returns what is to be seen of the neuron beside a run's network at a step. */
    NeuronLook look(RunHistory run, int step) {
        Optional<NeuronCourse> course = neuron.isEmpty()
                ? Optional.empty()
                : source.courses(run.head().id()).filter(it -> neuron.getAsInt() < it.neurons())
                        .map(it -> it.of(neuron.getAsInt()));
        return new NeuronLook(neuron, course, step);
    }
}
