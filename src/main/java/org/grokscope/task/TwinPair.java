package org.grokscope.task;

import java.util.OptionalInt;

/**
 * Another pair that must have the same answer for a simple reason: (b, a) where the operation commutes, (a + 1, b + 1) for
 * subtraction (arXiv 2603.01968).
 */
public final class TwinPair {
    private TwinPair() {}

    /** Returns the index of a pair's twin; nothing where that is the pair itself. */
    public static OptionalInt of(ModularTask task, int pair) {
        int a = task.first(pair);
        int b = task.second(pair);
        int p = task.p();
        int twin = switch (task.operation()) {
            case ADD, MULTIPLY -> b * p + a;
            case SUBTRACT -> (a + 1) % p * p + (b + 1) % p;
        };
        return twin == pair ? OptionalInt.empty() : OptionalInt.of(twin);
    }
}
