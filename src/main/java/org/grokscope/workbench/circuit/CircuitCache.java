package org.grokscope.workbench.circuit;

import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.grokscope.measure.PairLogits;

/**
 * What was read, as much as there is room for; what was not asked for longest makes room. Safe for several threads.
 *
 * <p>Strictly least recently used: a cache that weighs how often a thing is asked for (Caffeine's) may turn down what was
 * just read, and the reader, which reads what is wanted and not there, would read it again for ever.
 */
final class CircuitCache {
    /** Frequencies of all readings together: 100 readings at p = 97, and fewer larger ones. */
    private static final int ROOM = 100 * 48;
    private static final int LEAST_READINGS = 12;
    private static final int MOST_ANSWERS = 256;

    private final LinkedHashMap<CheckpointAddress, CircuitResult> results = new LinkedHashMap<>(16, 0.75f, true);
    private final LinkedHashMap<PairQuestion, PairLogits> answers = new LinkedHashMap<>(16, 0.75f, true);

    /** Returns how many readings of this many frequencies there is room for. */
    static int room(int frequencies) {
        return Math.max(LEAST_READINGS, ROOM / frequencies);
    }

    synchronized Optional<CircuitResult> result(CheckpointAddress at) {
        return Optional.ofNullable(results.get(at));
    }

    synchronized Optional<PairLogits> answer(PairQuestion question) {
        return Optional.ofNullable(answers.get(question));
    }

    synchronized void put(CheckpointAddress at, CircuitResult result) {
        results.put(at, result);
        int most = result instanceof CircuitResult.Read read
                ? room(read.reading().embedding().power().frequencies())
                : Integer.MAX_VALUE;
        while (results.size() > most) {
            results.pollFirstEntry();
        }
    }

    synchronized void put(PairQuestion question, PairLogits answer) {
        answers.put(question, answer);
        while (answers.size() > MOST_ANSWERS) {
            answers.pollFirstEntry();
        }
    }

    /** Forgets what was damaged and is not asked for now: when it is asked for again, it may be whole. */
    synchronized void forgetDamage(CircuitRequest request) {
        Set<CheckpointAddress> kept = request.readings().stream().map(CircuitRequest.Reading::at)
                .collect(Collectors.toSet());
        results.entrySet().removeIf(
                entry -> entry.getValue() instanceof CircuitResult.Damaged && !kept.contains(entry.getKey()));
    }
}
