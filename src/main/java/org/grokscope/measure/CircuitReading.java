package org.grokscope.measure;

import java.util.Optional;

/**
 * What is seen in a network at one checkpoint, as far as it was looked at: its embedding is there at once, what it does
 * with all pairs takes a moment.
 *
 * @param activity empty before the network was watched
 * @param ablation empty before parts were silenced
 */
public record CircuitReading(TokenEmbedding embedding, Optional<CircuitActivity> activity,
        Optional<Ablation> ablation) {
    /** Returns a reading of the embedding alone. */
    public static CircuitReading of(TokenEmbedding embedding) {
        return new CircuitReading(embedding, Optional.empty(), Optional.empty());
    }

    /** Returns this reading with what was seen of the network at work. */
    public CircuitReading with(CircuitActivity seen) {
        return new CircuitReading(embedding, Optional.of(seen), ablation);
    }

    /** Returns this reading with what was seen of the network without its parts. */
    public CircuitReading with(Ablation seen) {
        return new CircuitReading(embedding, activity, Optional.of(seen));
    }
}
