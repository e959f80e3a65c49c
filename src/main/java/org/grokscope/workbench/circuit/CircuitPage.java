package org.grokscope.workbench.circuit;

import java.util.Optional;
import org.grokscope.figure.CircuitScene;
import org.grokscope.measure.CircuitReading;

/**
 * What the circuit view shows at one moment.
 *
 * @param at which checkpoint is shown; empty when there is none
 * @param title the run and the step
 * @param place where the checkpoint stands among the run's
 * @param scene what the charts show; empty while there is nothing to show
 * @param obstacle why there is nothing to show, in a sentence; empty when there is
 * @param grokked whether the run had grokked at this step
 * @param trainedOn whether the pair that is asked is one of the training pairs
 */
record CircuitPage(Optional<CheckpointAddress> at, String title, String place, Optional<CircuitScene> scene,
        String obstacle, boolean grokked, boolean trainedOn) {
    /** Returns this page with another network beside its own. */
    CircuitPage beside(Optional<CircuitReading> other) {
        return new CircuitPage(at, title, place, scene.map(it -> it.beside(other)), obstacle, grokked, trainedOn);
    }

    /** Nothing to show, and why. */
    static CircuitPage empty(String obstacle) {
        return new CircuitPage(Optional.empty(), "", "", Optional.empty(), obstacle, false, false);
    }
}
