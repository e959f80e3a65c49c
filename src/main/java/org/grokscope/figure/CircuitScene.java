package org.grokscope.figure;

import java.util.Optional;
import org.grokscope.measure.Ablation;
import org.grokscope.measure.CircuitActivity;
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
 */
public record CircuitScene(Task task, CircuitReading reading, int frequency, double ceilingFsd,
        Optional<PairLogits> pair, boolean pairWanted, TableLook table) {
    /** A scene whose table tells right from wrong, by a and b. */
    public CircuitScene(Task task, CircuitReading reading, int frequency, double ceilingFsd,
            Optional<PairLogits> pair, boolean pairWanted) {
        this(task, reading, frequency, ceilingFsd, pair, pairWanted, TableLook.PLAIN);
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
}
