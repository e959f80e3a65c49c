package org.grokscope.workbench.circuit;

import java.util.Optional;
import org.grokscope.figure.CircuitChart;
import org.grokscope.figure.CircuitScene;
import org.grokscope.task.FourierBasis;

/**
 * A fork that takes out what is looked at: the neurons that the frequency dominates where their chart is looked at, else the
 * frequency itself.
 *
 * @param intervention as it is typed
 * @param title of the button
 */
record ForkWithout(String intervention, String title) {
    /** Returns it; empty where there is nothing to look along. */
    static Optional<ForkWithout> of(CircuitChart explained, Optional<CircuitScene> scene) {
        return scene.filter(it -> it.task().basis() instanceof FourierBasis).map(it -> {
            boolean neurons = explained == CircuitChart.NEURONS;
            return new ForkWithout((neurons ? "ablate-neurons dominant=" : "remove-frequency ") + it.frequency(),
                    "Fork without " + (neurons ? "neurons of k " : "k ") + it.frequency() + "\u2026");
        });
    }
}
