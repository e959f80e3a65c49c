package org.grokscope.task.group;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.grokscope.task.Basis;

/**
 * The basis of a group's real irreducible representations but the trivial one (Peter and Weyl): frequency k is the k-th of
 * them. With P(ρ) = (d_ρ/|G|) ‖Σ_c φ(c) ρ(c)‖²_F, the power of a signal is
 *
 * <pre>
 * |G| P(ρ) / d_ρ² = ‖Σ_c φ(c) ρ(c)‖²_F / d_ρ
 * </pre>
 *
 * by which irreps are ranked (arXiv 2606.12966, version 2; src/site/markdown/science.md, section 4). Of the cyclic group
 * this is the power |Σ_c φ(c) e^(-2πikc/n)|² of the Fourier basis.
 */
public final class IrrepBasis implements Basis {
    private final String group;
    private final int order;
    private final List<Irrep> irreps;
    private final double[][][] waves;

    /** Takes the irreps of a group. */
    public IrrepBasis(FiniteGroup group) {
        this.group = group.name();
        this.order = group.order();
        List<Irrep> all = group.irreps();
        this.irreps = List.copyOf(all.subList(1, all.size()));
        this.waves = irreps.stream().map(Irrep::waves).toArray(double[][][]::new);
    }

    @Override
    public int size() {
        return order;
    }

    @Override
    public int places() {
        return order;
    }

    @Override
    public int value(int place) {
        return place;
    }

    @Override
    public int frequencies() {
        return irreps.size();
    }

    @Override
    public double[][] waves(int frequency) {
        double[][] copy = new double[waves[frequency - 1].length][];
        for (int wave = 0; wave < copy.length; wave++) {
            copy[wave] = waves[frequency - 1][wave].clone();
        }
        return copy;
    }

    @Override
    public double squaredNorm(int frequency) {
        return (double) order / waves[frequency - 1].length;
    }

    @Override
    public OptionalInt turn(int frequency, int value) {
        return OptionalInt.empty();
    }

    @Override
    public String turnFormula(int frequency, String value) {
        return value;
    }

    @Override
    public boolean circular() {
        return false;
    }

    @Override
    public String name(int frequency) {
        return irreps.get(frequency - 1).name();
    }

    @Override
    public String word(int count) {
        return count == 1 ? "irrep" : "irreps";
    }

    /** Returns the dimension of an irrep, d_ρ. */
    public int dimension(int frequency) {
        return irreps.get(frequency - 1).dimension();
    }

    @Override
    public double[] power(double[] signal) {
        double[] power = new double[waves.length];
        for (int k = 0; k < power.length; k++) {
            for (double[] wave : waves[k]) {
                double product = 0;
                for (int g = 0; g < order; g++) {
                    product += wave[g] * signal[g];
                }
                power[k] += product * product;
            }
        }
        return power;
    }

    @Override
    public double[][] powers(double[][] rows) {
        double[][] powers = new double[waves.length][rows[0].length];
        double[] products = new double[rows[0].length];
        for (int k = 0; k < powers.length; k++) {
            for (double[] wave : waves[k]) {
                Arrays.fill(products, 0);
                for (int g = 0; g < order; g++) {
                    addTimes(products, wave[g], rows[g]);
                }
                addSquares(powers[k], products);
            }
        }
        return powers;
    }

    private static void addTimes(double[] sum, double factor, double[] row) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += factor * row[i];
        }
    }

    private static void addSquares(double[] sum, double[] values) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += values[i] * values[i];
        }
    }

    @Override
    public String toString() {
        return "irreps of " + group;
    }
}
