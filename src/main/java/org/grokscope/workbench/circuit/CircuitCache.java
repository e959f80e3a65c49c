package org.grokscope.workbench.circuit;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.Set;
import org.grokscope.measure.PairLogits;

/** What was read, as much as there is room for; what was not looked at longest makes room. Safe for several threads. */
final class CircuitCache {
    /** Frequencies of all readings together: 100 readings at p = 97, and fewer larger ones. */
    private static final int ROOM = 100 * 48;
    private static final int LEAST_LOOKS = 12;
    private static final int MOST_ANSWERS = 256;

    private final LinkedHashMap<CheckpointAddress, CircuitResult> looks = new LinkedHashMap<>(16, 0.75f, true);
    private final LinkedHashMap<PairQuestion, PairLogits> answers = new LinkedHashMap<>(16, 0.75f, true);

    /** Returns how many readings of this many frequencies there is room for. */
    static int room(int frequencies) {
        return Math.max(LEAST_LOOKS, ROOM / frequencies);
    }

    synchronized Optional<CircuitResult> look(CheckpointAddress at) {
        return Optional.ofNullable(looks.get(at));
    }

    synchronized Optional<PairLogits> answer(PairQuestion question) {
        return Optional.ofNullable(answers.get(question));
    }

    synchronized void put(CheckpointAddress at, CircuitResult look) {
        looks.put(at, look);
        int most = look instanceof CircuitResult.Read read
                ? room(read.reading().embedding().power().frequencies())
                : Integer.MAX_VALUE;
        while (looks.size() > most) {
            looks.pollFirstEntry();
        }
    }

    synchronized void put(PairQuestion question, PairLogits said) {
        answers.put(question, said);
        while (answers.size() > MOST_ANSWERS) {
            answers.pollFirstEntry();
        }
    }

    /** Forgets what was damaged and is not wanted now: when it is wanted again, it may be whole. */
    synchronized void forgetDamage(CircuitRequest wanted) {
        Set<CheckpointAddress> kept = new HashSet<>();
        wanted.looks().forEach(look -> kept.add(look.at()));
        looks.entrySet().removeIf(
                entry -> entry.getValue() instanceof CircuitResult.Damaged && !kept.contains(entry.getKey()));
    }
}
