package org.grokscope.task;

import java.util.Arrays;
import java.util.Objects;
import org.grokscope.text.InvalidSetting;

/**
 * Arithmetic modulo a prime: all p² pairs (a, b) and their answers. Pair index i stands for a = i div p, b = i mod p.
 */
public final class ModularTask {
    /** Beyond this, p² pairs of one evaluation no longer fit a machine that people have. */
    public static final int LARGEST_P = 997;

    private final Operation operation;
    private final int p;
    private final int[] answers;

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
        int[] exact = new int[p * p];
        for (int pair = 0; pair < exact.length; pair++) {
            exact[pair] = operation.apply(first(pair), second(pair), p);
        }
        this.answers = switch (labels) {
            case TRUE -> exact;
            case SHUFFLED -> RandomStream.shuffled(exact, RandomStream.of(seed, "labels", 0));
        };
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

    /** Returns what is done with a and b. */
    public Operation operation() {
        return operation;
    }

    /** Returns the modulus. */
    public int p() {
        return p;
    }

    /** Returns the number of pairs, p². */
    public int pairs() {
        return p * p;
    }

    /** Returns the first operand of a pair index. */
    public int first(int pair) {
        return pair / p;
    }

    /** Returns the second operand of a pair index. */
    public int second(int pair) {
        return pair % p;
    }

    /** Returns the answer to a pair index, in 0..p-1. */
    public int answer(int pair) {
        return answers[pair];
    }

    /** Returns the answers of all pairs by index, p² of them. */
    public int[] answers() {
        return answers.clone();
    }

    /** Returns the number of Fourier frequencies, ⌊p/2⌋. */
    public int frequencies() {
        return p / 2;
    }

    /** Tasks are equal when they give the same answers to the same question. */
    @Override
    public boolean equals(Object other) {
        return other instanceof ModularTask task && operation == task.operation && Arrays.equals(answers, task.answers);
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
