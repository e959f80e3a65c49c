package org.grokscope.figure;

import java.util.Optional;
import org.grokscope.measure.Ablation;
import org.grokscope.measure.CircuitActivity;
import org.grokscope.measure.CircuitDifference;
import org.grokscope.measure.CircuitReading;
import org.grokscope.measure.PairLogits;
import org.grokscope.measure.TokenEmbedding;
import org.grokscope.task.Task;

/**
 * What the circuit's charts show: a network at one checkpoint, as far as it was looked at.
 *
 * @param frequency on whose plane the tokens are shown, 1..⌊p/2⌋
 * @param ceilingFsd the FSD that counts as synchronised
 * @param pair empty while there is no pair, or it is being read
 * @param pairWanted whether a pair is being read
 * @param table how all pairs are shown
 * @param part the part of the network that is chosen, as {@link Ablation} names it; empty when none is
 * @param neuron that is followed
 * @param beside the network that stands beside it: where the two differ is marked; empty when there is none
 */
public record CircuitScene(Task task, CircuitReading reading, int frequency, double ceilingFsd,
        Optional<PairLogits> pair, boolean pairWanted, TableLook table, Optional<String> part, NeuronLook neuron,
        Optional<CircuitReading> beside) {
    /** A scene of one network whose table tells right from wrong, by a and b. */
    public CircuitScene(Task task, CircuitReading reading, int frequency, double ceilingFsd,
            Optional<PairLogits> pair, boolean pairWanted) {
        this(task, reading, frequency, ceilingFsd, pair, pairWanted, TableLook.PLAIN, Optional.empty(),
                NeuronLook.NONE, Optional.empty());
    }

    /** Returns this scene beside another network, or alone. */
    public CircuitScene beside(Optional<CircuitReading> other) {
        return new CircuitScene(task, reading, frequency, ceilingFsd, pair, pairWanted, table, part, neuron, other);
    }

    /** Returns this scene with a neuron that is followed. */
    public CircuitScene following(NeuronLook other) {
        return new CircuitScene(task, reading, frequency, ceilingFsd, pair, pairWanted, table, part, other, beside);
    }

    TokenEmbedding embedding() {
        return reading.embedding();
    }

    Optional<CircuitActivity> activity() {
        return reading.activity();
    }

    Optional<Ablation> ablation() {
        return reading.ablation();
    }

    /** Returns where the network differs from the one beside it; empty where there is none that could be compared. */
    Optional<CircuitDifference> difference() {
        return beside.flatMap(it -> CircuitDifference.between(reading, it));
    }
}
