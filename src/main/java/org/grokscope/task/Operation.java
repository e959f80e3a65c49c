package org.grokscope.task;

import java.util.Optional;
import org.grokscope.text.Labelled;

/** The operation that a network learns: on residues, or the composition of a group's elements. */
public enum Operation implements Labelled {
    /** (a + b) mod p. */
    ADD("add", "+", (a, b) -> a + b),
    /** (a - b) mod p. */
    SUBTRACT("subtract", "\u2212", (a, b) -> a - b),
    /** (a · b) mod p. */
    MULTIPLY("multiply", "\u00d7", (a, b) -> a * b),
    /** (a / b) mod p: the number whose product with b is a; a / 0 is 0, as a · b^(p-2) has it. */
    DIVIDE("divide", "/", (a, b) -> a),
    /** (a² + b²) mod p. */
    SQUARES("x2+y2", "%s\u00b2 + %s\u00b2", (a, b) -> a * a + b * b),
    /** (a² + ab + b²) mod p. */
    SQUARES_AND_PRODUCT("x2+xy+y2", "%1$s\u00b2 + %1$s\u00b7%2$s + %2$s\u00b2", (a, b) -> a * a + a * b + b * b),
    /** (a² + ab + b² + a) mod p. */
    SQUARES_PRODUCT_AND_FIRST("x2+xy+y2+x", "%1$s\u00b2 + %1$s\u00b7%2$s + %2$s\u00b2 + %1$s",
            (a, b) -> a * a + a * b + b * b + a),
    /** (a³ + ab) mod p. */
    CUBE_AND_PRODUCT("x3+xy", "%1$s\u00b3 + %1$s\u00b7%2$s", (a, b) -> a * a * a + a * b),
    /** (a³ + ab² + b) mod p. */
    CUBE_PRODUCT_AND_SECOND("x3+xy2+y", "%1$s\u00b3 + %1$s\u00b7%2$s\u00b2 + %2$s",
            (a, b) -> a * a * a + a * b * b + b),
    /** a·b in a group, whose elements are no residues. */
    COMPOSE("compose", "\u00b7", (a, b) -> {
        throw new IllegalArgumentException("What two elements make when composed, only their group can say.");
    });

    private final String label;
    /** The sign between the operands, or what is asked with both in it. */
    private final String form;
    private final Formula formula;

    /** What is done before the remainder is taken; from residues of at most 1,000 no more than 64 bits come of it. */
    @FunctionalInterface
    private interface Formula {
        long of(long a, long b);
    }

    Operation(String label, String form, Formula formula) {
        this.label = label;
        this.form = form;
        this.formula = formula;
    }

    @Override
    public String label() {
        return label;
    }

    /** Returns the sign that stands between the operands; nothing where they stand in a formula. */
    public Optional<String> sign() {
        return form.contains("%") ? Optional.empty() : Optional.of(form);
    }

    /** Returns what is asked, for example {@code a + b}. */
    public String expression(String a, String b) {
        return sign().map(it -> a + " " + it + " " + b).orElseGet(() -> form.formatted(a, b));
    }

    /** Returns whether (a, b) and (b, a) have the same answer. */
    public boolean commutes() {
        return switch (this) {
            case ADD, MULTIPLY, SQUARES, SQUARES_AND_PRODUCT -> true;
            case SUBTRACT, DIVIDE, SQUARES_PRODUCT_AND_FIRST, CUBE_AND_PRODUCT, CUBE_PRODUCT_AND_SECOND, COMPOSE ->
                false;
        };
    }

    /** Returns the answer for residues a and b, in 0..p-1; of division p must be a prime. */
    public int apply(int a, int b, int p) {
        return this == DIVIDE
                ? (int) ((long) a * power(b, p - 2, p) % p)
                : (int) Math.floorMod(formula.of(a, b), (long) p);
    }

    private static long power(long base, int exponent, int p) {
        long power = base == 0 ? 0 : 1;
        long square = base;
        for (int bits = exponent; bits > 0; bits >>= 1) {
            power = (bits & 1) == 1 ? power * square % p : power;
            square = square * square % p;
        }
        return power;
    }

    @Override
    public String toString() {
        return label;
    }
}
