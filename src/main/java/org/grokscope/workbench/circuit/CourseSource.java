package org.grokscope.workbench.circuit;

import java.util.Optional;
import org.grokscope.run.RunHistory;
import org.grokscope.training.NeuronCourses;

/** Where it is known how the frequencies inside neurons fared: it asks, goes on, and is told when they are there. */
interface CourseSource {
    /** Replaces the run that should be read; nothing is read any more where it is empty. */
    void want(Optional<RunHistory> run);

    /** Returns what was read last of a run; it may have trained on since. */
    Optional<NeuronCourses> courses(String run);

    /** Adds a listener that hears, on the toolkit's thread, that there is something new. */
    void listen(Runnable listener);
}
