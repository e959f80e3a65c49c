package org.grokscope.task;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a network learns: the answer to every pair (a, b) of tokens. Pair index i stands for a = i div tokens, b = i mod
 * tokens. Tasks are equal when they give the same answers to the same question.
 */
public interface Task {
    /** Returns what people call it, for example {@code add mod 97}. */
    String name();

    /** Returns a question in the task's own signs, for example {@code a + b mod 97}. */
    String question(String a, String b);

    /** Returns how many operands there are, 0..tokens-1; the separator comes on top. */
    int tokens();

    /** Returns how many answers there are, 0..answerCount-1. */
    int answerCount();

    /** Returns the answer to a pair index. */
    int answer(int pair);

    /** Returns the answers of all pairs by index. */
    int[] answers();

    /** Returns the basis in which its tokens and answers have frequencies. */
    Basis basis();

    /** Returns whether answers are sums or differences of tokens, so that a network may turn them on a circle. */
    boolean additive();

    /**
     * Returns another pair that must have the same answer for a simple reason: (b, a) where the operation commutes, (a + 1,
     * b + 1) for subtraction (arXiv 2603.01968), (2a, 2b) for division; nothing where that is the pair itself, or there is no such reason.
     */
    OptionalInt twin(int pair);

    /**
     * Returns the basis that suits the operation, where that is another than {@link #basis}: for multiplication that of the
     * powers of a primitive root.
     */
    Optional<Basis> ownBasis();

    /** Returns the basis in which a network that has learned the task looks simplest. */
    default Basis simplestBasis() {
        return ownBasis().orElse(basis());
    }

    /** Returns what people call a token. */
    default String element(int token) {
        return Integer.toString(token);
    }

    /** Returns what a person should know about the task before training, in a sentence; often nothing. */
    default Optional<String> remark() {
        return Optional.empty();
    }

    /** Returns the number of pairs. */
    default int pairs() {
        return tokens() * tokens();
    }

    /** Returns the first operand of a pair index. */
    default int first(int pair) {
        return pair / tokens();
    }

    /** Returns the second operand of a pair index. */
    default int second(int pair) {
        return pair % tokens();
    }

    /** Returns the answer to a and b. */
    default int answer(int a, int b) {
        return answer(a * tokens() + b);
    }
}
