package org.grokscope.workbench.circuit;

import java.util.Optional;
import org.grokscope.run.RunHistory;
import org.grokscope.training.NeuronCourses;

/** Knows of no neuron. */
final class NoCourses implements CourseSource {
    @Override
    public void want(Optional<RunHistory> run) {
        // Nothing is read.
    }

    @Override
    public Optional<NeuronCourses> courses(String run) {
        return Optional.empty();
    }

    @Override
    public void listen(Runnable listener) {
        // There is no news.
    }
}
