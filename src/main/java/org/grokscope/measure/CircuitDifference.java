package org.grokscope.measure;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Where two networks of as many tokens and frequencies differ inside. What only one of them was read for is no difference.
 *
 * @param first one of them
 * @param second the other
 */
public record CircuitDifference(CircuitReading first, CircuitReading second) {
    /** Shares of power, of neurons and of pairs that differ by less than this are called alike. */
    public static final double LEAST = 0.02;

    /** Returns the difference of two networks; empty where their frequencies or tokens are not the same. */
    public static Optional<CircuitDifference> between(CircuitReading first, CircuitReading second) {
        boolean comparable = first.embedding().p() == second.embedding().p()
                && first.embedding().power().frequencies() == second.embedding().power().frequencies();
        return comparable ? Optional.of(new CircuitDifference(first, second)) : Optional.empty();
    }

    /**
     * Returns the frequencies whose shares of the embedding's power differ by {@link #LEAST} of all power or more, the most
     * different first.
     */
    public List<Integer> power() {
        EmbeddingPower one = first.embedding().power();
        EmbeddingPower other = second.embedding().power();
        return differing(one.frequencies(), k -> one.share(k) - other.share(k));
    }

    /**
     * Returns the frequencies that dominate numbers of neurons which differ by {@link #LEAST} of the neurons or more, the most
     * different first; none before both networks were watched.
     */
    public List<Integer> neurons() {
        if (first.activity().isEmpty() || second.activity().isEmpty()) {
            return List.of();
        }
        double[] one = first.activity().get().neurons().participation(1);
        double[] other = second.activity().get().neurons().participation(1);
        return differing(Math.min(one.length, other.length), k -> one[k - 1] - other[k - 1]);
    }

    /** Returns how many pairs the first alone answers rightly; empty before both networks were watched. */
    public OptionalInt answeredByFirstAlone() {
        return alone(first, second);
    }

    /** Returns how many pairs the second alone answers rightly; empty before both networks were watched. */
    public OptionalInt answeredBySecondAlone() {
        return alone(second, first);
    }

    private static OptionalInt alone(CircuitReading one, CircuitReading other) {
        if (one.activity().isEmpty() || other.activity().isEmpty()) {
            return OptionalInt.empty();
        }
        PairMargins right = one.activity().get().margins();
        PairMargins wrong = other.activity().get().margins();
        int count = 0;
        for (int a = 0; a < right.tokens(); a++) {
            for (int b = 0; b < right.tokens(); b++) {
                count += right.right(a, b) && !wrong.right(a, b) ? 1 : 0;
            }
        }
        return OptionalInt.of(count);
    }

    private static List<Integer> differing(int frequencies, IntToDoubleFunction difference) {
        // Of a NaN no difference is known.
        return IntStream.rangeClosed(1, frequencies).filter(k -> Math.abs(difference.applyAsDouble(k)) >= LEAST).boxed()
                .sorted(Comparator.comparingDouble((Integer k) -> -Math.abs(difference.applyAsDouble(k)))).toList();
    }
}
