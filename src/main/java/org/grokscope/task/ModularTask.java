package org.grokscope.task;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.grokscope.text.InvalidSetting;
import org.jspecify.annotations.Nullable;

/** Arithmetic modulo a prime: all p² pairs (a, b) and their answers. */
public final class ModularTask implements Task {
    /** Beyond this, p² pairs of one evaluation no longer fit a machine that people have. */
    public static final int LARGEST_P = 997;

    private final Operation operation;
    private final int p;
    /** Where labels are shuffled. */
    private final int @Nullable [] shuffled;

    /**
     * The operation's own answers.
     *
     * @param operation what is done with a and b
     * @param p the modulus, a prime from 5 to {@value #LARGEST_P}
     * @throws InvalidSetting when p is not a prime in range
     */
    public ModularTask(Operation operation, int p) {
        this(operation, p, Labels.TRUE, 0);
    }

    /**
     * The answers that some labels give.
     *
     * @param operation what is done with a and b
     * @param p the modulus, a prime from 5 to {@value #LARGEST_P}
     * @param seed of the permutation, where the labels are shuffled
     * @throws InvalidSetting when p is not a prime in range
     */
    public ModularTask(Operation operation, int p, Labels labels, long seed) {
        requirePrime(p);
        this.operation = operation;
        this.p = p;
        this.shuffled = switch (labels) {
            case TRUE -> null;
            case SHUFFLED -> RandomStream.shuffled(exact(), RandomStream.of(seed, "labels", 0));
        };
    }

    private int[] exact() {
        return IntStream.range(0, p * p).map(pair -> operation.apply(first(pair), second(pair), p)).toArray();
    }

    /**
     * Refuses what is no modulus.
     *
     * @throws InvalidSetting when p is not a prime in range
     */
    public static void requirePrime(int p) {
        InvalidSetting.unless(p >= 5 && isPrime(p), "p", "p must be a prime of at least 5, and " + p + " is not.");
        InvalidSetting.unless(p <= LARGEST_P, "p", "p must be at most " + LARGEST_P + ", and " + p + " is not.");
    }

    @Override
    public String name() {
        return operation.label() + " mod " + p;
    }

    @Override
    public String question(String a, String b) {
        return a + " " + operation.sign() + " " + b + " mod " + p;
    }

    @Override
    public int tokens() {
        return p;
    }

    @Override
    public int answerCount() {
        return p;
    }

    @Override
    public int answer(int pair) {
        return shuffled == null ? operation.apply(first(pair), second(pair), p) : shuffled[pair];
    }

    @Override
    public int[] answers() {
        return shuffled == null ? exact() : shuffled.clone();
    }

    @Override
    public Basis basis() {
        return FourierBasis.of(p);
    }

    @Override
    public boolean additive() {
        return operation != Operation.MULTIPLY;
    }

    @Override
    public OptionalInt twin(int pair) {
        int a = first(pair);
        int b = second(pair);
        int twin = switch (operation) {
            case ADD, MULTIPLY -> b * p + a;
            case SUBTRACT -> (a + 1) % p * p + (b + 1) % p;
        };
        return twin == pair ? OptionalInt.empty() : OptionalInt.of(twin);
    }

    @Override
    public Optional<Basis> ownBasis() {
        return operation == Operation.MULTIPLY
                ? Optional.of(FourierBasis.of(p, DiscreteLogarithm.order(p), "log"))
                : Optional.empty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ModularTask task && operation == task.operation && p == task.p
                && Arrays.equals(shuffled, task.shuffled);
    }

    @Override
    public int hashCode() {
        return Objects.hash(operation, p);
    }

    private static boolean isPrime(int number) {
        for (int divisor = 2; (long) divisor * divisor <= number; divisor++) {
            if (number % divisor == 0) {
                return false;
            }
        }
        return number >= 2;
    }
}
