package org.grokscope.task;

import java.util.OptionalInt;

/** A basis that computes powers as the interface does, from its waves alone. */
public record PlainBasis(Basis basis) implements Basis {
    @Override
    public int size() {
        return basis.size();
    }

    @Override
    public int places() {
        return basis.places();
    }

    @Override
    public int value(int place) {
        return basis.value(place);
    }

    @Override
    public int frequencies() {
        return basis.frequencies();
    }

    @Override
    public double[][] waves(int frequency) {
        return basis.waves(frequency);
    }

    @Override
    public double squaredNorm(int frequency) {
        return basis.squaredNorm(frequency);
    }

    @Override
    public OptionalInt turn(int frequency, int value) {
        return basis.turn(frequency, value);
    }

    @Override
    public String turnFormula(int frequency, String value) {
        return basis.turnFormula(frequency, value);
    }
}
