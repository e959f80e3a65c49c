package org.grokscope.workbench.circuit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.grokscope.run.RunHistory;
import org.grokscope.settings.RunConfiguration;

/**
 * What should be read next, in this order.
 *
 * @param configurations of the runs, by their ids
 * @param readings the checkpoints that are shown first, then their neighbours
 * @param asked the operands that every network that is opened is asked
 * @param ablated the checkpoints whose parts are silenced one by one, if a person asked for that: it takes long
 */
record CircuitRequest(Map<String, RunConfiguration> configurations, List<Reading> readings, Optional<Pair> asked,
        Set<CheckpointAddress> ablated) {
    /** Nothing is wanted. */
    static final CircuitRequest NONE = new CircuitRequest(Map.of(), List.of(), Optional.empty(), Set.of());

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
        configurations = Map.copyOf(configurations);
        readings = List.copyOf(readings);
        ablated = Set.copyOf(ablated);
    }

    /**
     * What should be read of one checkpoint.
     *
     * @param whole whether the network is watched, too, and not only its embedding
     */
    record Reading(CheckpointAddress at, boolean whole) {}

    /** Operands. */
    record Pair(int a, int b) {
        /** Returns both operands; empty where one is missing. */
        static Optional<Pair> of(OptionalInt a, OptionalInt b) {
            return a.isPresent() && b.isPresent()
                    ? Optional.of(new Pair(a.getAsInt(), b.getAsInt()))
                    : Optional.empty();
        }

        /** Returns whether a run's network knows both. */
        boolean in(RunConfiguration configuration) {
            return Math.max(a, b) < configuration.task().p();
        }
    }

    /** A checkpoint of a run that is shown. */
    record Shown(RunHistory run, int step) {
        private CheckpointAddress at() {
            return new CheckpointAddress(run.head().id(), step);
        }
    }

    /**
     * Asks for a checkpoint of a run, and to be able to go on to its neighbours.
     *
     * @param training whether this program trains meanwhile
     * @param ablation whether its parts are silenced
     */
    static CircuitRequest of(RunHistory run, int shown, Optional<Pair> pair, boolean training,
            boolean ablation) {
        return of(List.of(new Shown(run, shown)), pair, training, ablation);
    }

    /** Asks for checkpoints that are shown side by side, and to be able to go on to their neighbours. */
    static CircuitRequest of(List<Shown> shown, Optional<Pair> pair, boolean training, boolean ablation) {
        List<Reading> readings = new ArrayList<>();
        shown.forEach(it -> readings.add(new Reading(it.at(), false)));
        shown.forEach(it -> readings.add(new Reading(it.at(), true)));
        shown.forEach(it -> around(it, embeddings(it.run(), shown.size()))
                .forEach(at -> readings.add(new Reading(at, false))));
        shown.forEach(it -> around(it, Math.min(networks(it.run(), training), embeddings(it.run(), shown.size())))
                .forEach(at -> readings.add(new Reading(at, true))));
        Map<String, RunConfiguration> configurations = new HashMap<>();
        shown.forEach(it -> configurations.put(it.run().head().id(), it.run().head().configuration()));
        return new CircuitRequest(configurations, readings, pair,
                ablation ? shown.stream().map(Shown::at).collect(Collectors.toSet()) : Set.of());
    }

    /** What is read ahead must fit on the cache: else it would push itself out for ever. */
    private static int embeddings(RunHistory run, int sides) {
        int frequencies = run.head().configuration().learnedTask().basis().frequencies();
        return Math.min(1 + 2 * EMBEDDINGS_AHEAD, CircuitCache.room(frequencies)) / sides;
    }

    private static int networks(RunHistory run, boolean training) {
        int p = run.head().configuration().task().p();
        return 1 + 2 * (int) Math.round((training ? NETWORKS_AHEAD_OF_TRAINING : NETWORKS_AHEAD)
                * Math.min(1, USUAL_P * USUAL_P / ((double) p * p)));
    }

    /** Returns the settings of the run that a checkpoint is of. */
    RunConfiguration configuration(CheckpointAddress at) {
        return Objects.requireNonNull(configurations.get(at.run()));
    }

    /** Returns the operands that a network is asked; none where it does not know them. */
    Optional<Pair> pair(CheckpointAddress at) {
        return asked.filter(it -> it.in(configuration(at)));
    }

    /** Returns a checkpoint and its neighbours, the nearest first. */
    private static List<CheckpointAddress> around(Shown shown, int most) {
        List<Integer> steps = shown.run().checkpoints();
        int middle = steps.indexOf(shown.step());
        List<CheckpointAddress> around = new ArrayList<>();
        for (int distance = 0; distance < steps.size(); distance++) {
            if (middle + distance < steps.size()) {
                around.add(new CheckpointAddress(shown.run().head().id(), steps.get(middle + distance)));
            }
            if (distance > 0 && middle - distance >= 0) {
                around.add(new CheckpointAddress(shown.run().head().id(), steps.get(middle - distance)));
            }
        }
        return around.subList(0, Math.min(most, around.size()));
    }
}
