package org.grokscope.workbench.circuit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.grokscope.run.RunHistory;
import org.grokscope.settings.RunConfiguration;

/**
 * What should be read next, in this order.
 *
 * @param configuration of the run
 * @param readings the checkpoint that is shown first, then its neighbours
 * @param pair the operands that every network that is opened is asked
 * @param ablated the checkpoint whose parts are silenced one by one, if a person asked for that: it takes long
 */
record CircuitRequest(Optional<RunConfiguration> configuration, List<Reading> readings, Optional<Pair> pair,
        Optional<CheckpointAddress> ablated) {
    /** Nothing is wanted. */
    static final CircuitRequest NONE = new CircuitRequest(Optional.empty(), List.of(), Optional.empty(),
            Optional.empty());

    /** How far on either side embeddings are read ahead: they take milliseconds. */
    private static final int EMBEDDINGS_AHEAD = 40;
    /**
     * How far on either side networks are watched ahead, which takes about a second each at p = 97: far where nothing
     * else needs the processor, and a few steps where a network is trained.
     */
    private static final int NETWORKS_AHEAD = 40;
    private static final int NETWORKS_AHEAD_OF_TRAINING = 4;
    private static final double USUAL_P = 97;

    CircuitRequest {
        readings = List.copyOf(readings);
    }

    /**
     * What should be read of one checkpoint.
     *
     * @param whole whether the network is watched, too, and not only its embedding
     */
    record Reading(CheckpointAddress at, boolean whole) {}

    /** Operands. */
    record Pair(int a, int b) {}

    /**
     * Asks for a checkpoint of a run, and to be able to go on to its neighbours.
     *
     * @param training whether this program trains meanwhile
     * @param ablation whether its parts are silenced
     */
    static CircuitRequest of(RunHistory run, int shown, Optional<Pair> pair, boolean training,
            boolean ablation) {
        List<Reading> readings = new ArrayList<>();
        List<CheckpointAddress> around = around(run, shown);
        readings.add(new Reading(around.getFirst(), false));
        readings.add(new Reading(around.getFirst(), true));
        int p = run.head().configuration().task().p();
        // What is read ahead must fit on the cache: else it would push itself out for ever.
        int embeddings = Math.min(1 + 2 * EMBEDDINGS_AHEAD,
                CircuitCache.room(run.head().configuration().learnedTask().basis().frequencies()));
        int networks = (int) Math.round((training ? NETWORKS_AHEAD_OF_TRAINING : NETWORKS_AHEAD)
                * Math.min(1, USUAL_P * USUAL_P / ((double) p * p)));
        around.stream().limit(embeddings).forEach(at -> readings.add(new Reading(at, false)));
        around.stream().limit(Math.min(1 + 2 * networks, embeddings))
                .forEach(at -> readings.add(new Reading(at, true)));
        return new CircuitRequest(Optional.of(run.head().configuration()), readings, pair,
                ablation ? Optional.of(around.getFirst()) : Optional.empty());
    }

    /** Returns a checkpoint and its neighbours, the nearest first. */
    private static List<CheckpointAddress> around(RunHistory run, int shown) {
        List<Integer> steps = run.checkpoints();
        int middle = steps.indexOf(shown);
        List<CheckpointAddress> around = new ArrayList<>();
        for (int distance = 0; distance < steps.size(); distance++) {
            if (middle + distance < steps.size()) {
                around.add(new CheckpointAddress(run.head().id(), steps.get(middle + distance)));
            }
            if (distance > 0 && middle - distance >= 0) {
                around.add(new CheckpointAddress(run.head().id(), steps.get(middle - distance)));
            }
        }
        return around;
    }
}
