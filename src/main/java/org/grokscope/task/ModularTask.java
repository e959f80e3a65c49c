package org.grokscope.task;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.grokscope.text.InvalidSetting;
import org.jspecify.annotations.Nullable;

/** Arithmetic modulo a number: all p² pairs (a, b) and their answers. */
public final class ModularTask implements Task {
    /** Beyond this, p² pairs of one evaluation no longer fit a machine that people have. */
    public static final int LARGEST_P = 1000;

    private final Operation operation;
    private final int p;
    /** Where labels are shuffled. */
    private final int @Nullable [] shuffled;

    /**
     * The operation's own answers.
     *
     * @param operation what is done with a and b
     * @param p the modulus, 2 to {@value #LARGEST_P}; of division a prime
     * @throws InvalidSetting when there is no such task
     */
    public ModularTask(Operation operation, int p) {
        this(operation, p, Labels.TRUE, 0);
    }

    /**
     * The answers that some labels give.
     *
     * @param operation what is done with a and b
     * @param p the modulus, 2 to {@value #LARGEST_P}; of division a prime
     * @param seed of the permutation, where the labels are shuffled
     * @throws InvalidSetting when there is no such task
     */
    public ModularTask(Operation operation, int p, Labels labels, long seed) {
        requireModulus(p);
        requirePrime(operation, p);
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
     * @throws InvalidSetting when p is not in range
     */
    public static void requireModulus(int p) {
        InvalidSetting.unless(p >= 2 && p <= LARGEST_P, "p",
                "p must be a whole number from 2 to %,d, and %d is not.", LARGEST_P, p);
    }

    /**
     * Refuses a division by numbers without an inverse.
     *
     * @throws InvalidSetting when p is no prime where it must be one
     */
    public static void requirePrime(Operation operation, int p) {
        if (operation == Operation.DIVIDE && !isPrime(p)) {
            throw new InvalidSetting("operation", "Division needs a prime p, and %d is %s.".formatted(p, factors(p)));
        }
    }

    @Override
    public String name() {
        return operation.label() + " mod " + p;
    }

    @Override
    public String question(String a, String b) {
        return operation.expression(a, b) + " mod " + p;
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
        return operation == Operation.ADD || operation == Operation.SUBTRACT;
    }

    @Override
    public OptionalInt twin(int pair) {
        int a = first(pair);
        int b = second(pair);
        int twin = switch (operation) {
            case SUBTRACT -> (a + 1) % p * p + (b + 1) % p;
            case DIVIDE -> p == 2 ? pair : 2 * a % p * p + 2 * b % p;
            default -> operation.commutes() ? b * p + a : pair;
        };
        return twin == pair ? OptionalInt.empty() : OptionalInt.of(twin);
    }

    @Override
    public Optional<Basis> ownBasis() {
        boolean ofLogarithms = operation == Operation.MULTIPLY || operation == Operation.DIVIDE;
        return ofLogarithms && p > 2 && isPrime(p)
                ? Optional.of(FourierBasis.of(p, DiscreteLogarithm.order(p), "log"))
                : Optional.empty();
    }

    @Override
    public Optional<String> remark() {
        return operation == Operation.MULTIPLY && !isPrime(p)
                ? Optional.of("%d is %s, so multiplication has zero divisors: no logarithm makes it an addition."
                        .formatted(p, factors(p)))
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
        return number >= 2 && smallestFactor(number) == number;
    }

    private static int smallestFactor(int number) {
        int divisor = 2;
        while (divisor * divisor <= number && number % divisor != 0) {
            divisor++;
        }
        return divisor * divisor <= number ? divisor : number;
    }

    private static String factors(int number) {
        int factor = smallestFactor(number);
        return factor + " \u00b7 " + number / factor;
    }
}
