package org.grokscope.workbench.circuit;

import java.util.Optional;
import org.grokscope.measure.CirclePath;
import org.grokscope.run.RunHistory;

/** Where the moving circle has its tokens from: it asks, goes on, and is told when they are there. */
interface CircleSource {
    /** Replaces what should be read: how the tokens of a run move on the plane of a frequency. */
    void want(RunHistory run, int frequency);

    /** Returns what was read last of this run and frequency; the run may have trained on since. */
    Optional<CirclePath> path(String run, int frequency);

    /** Adds a listener that hears, on the toolkit's thread, that there is something new. */
    void listen(Runnable listener);
}
