package org.grokscope.task;

/**
 * Arithmetic modulo a prime: all p² pairs (a, b) and their answers. Pair index i stands for a = i div p, b = i mod p.
 *
 * @param operation what is done with a and b
 * @param p the modulus, a prime from 5 to {@value #LARGEST_P}
 */
public record ModularTask(Operation operation, int p) {
    /** Beyond this, p² pairs of one evaluation no longer fit a machine that people have. */
    public static final int LARGEST_P = 997;

    /** @throws InvalidSetting when p is not a prime in range */
    public ModularTask {
        InvalidSetting.unless(p >= 5 && isPrime(p), "p", "p must be a prime of at least 5, and " + p + " is not.");
        InvalidSetting.unless(p <= LARGEST_P, "p", "p must be at most " + LARGEST_P + ", and " + p + " is not.");
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
        return operation.apply(first(pair), second(pair), p);
    }

    /** Returns the answers of all pairs by index, p² of them. */
    public int[] answers() {
        int[] answers = new int[pairs()];
        for (int pair = 0; pair < answers.length; pair++) {
            answers[pair] = answer(pair);
        }
        return answers;
    }

    /** Returns the number of Fourier frequencies, ⌊p/2⌋. */
    public int frequencies() {
        return p / 2;
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
