package org.grokscope.task.group;

/**
 * A real irreducible representation ρ of a finite group, by orthogonal matrices.
 *
 * @param name what people call it: of a symmetric group its partition, for example {@code (4,1)}
 * @param dimension d_ρ
 * @param complex whether only multiples of complex numbers commute with all ρ(g), as with a rotation; the matrices are
 *        then (cos, -sin; sin, cos), and half of their entries repeat the others
 * @param entries ρ_ij(g) at [i · d_ρ + j][g]
 */
public record Irrep(String name, int dimension, boolean complex, double[][] entries) {
    /** @throws IllegalArgumentException when it is complex and no rotation, which no group here has */
    public Irrep {
        if (complex && dimension != 2) {
            throw new IllegalArgumentException(name + " is of complex type and has " + dimension + " dimensions.");
        }
    }

    /** Returns ρ_ij(g). */
    public double entry(int i, int j, int element) {
        return entries[i * dimension + j][element];
    }

    /** Returns the trace of ρ(g). */
    public double character(int element) {
        double trace = 0;
        for (int i = 0; i < dimension; i++) {
            trace += entry(i, i, element);
        }
        return trace;
    }

    /**
     * Returns orthogonal functions on the group, of one norm, whose products with a signal φ have squares that add up to
     * ‖Σ_g φ(g) ρ(g)‖²_F / d_ρ: of a rotation cosine and sine, else all entries over √d_ρ.
     *
     * @return (functions, order)
     */
    double[][] waves() {
        if (complex) {
            return new double[][]{entries[0].clone(), entries[dimension].clone()};
        }
        double[][] waves = new double[entries.length][];
        for (int entry = 0; entry < waves.length; entry++) {
            waves[entry] = entries[entry].clone();
            for (int g = 0; g < waves[entry].length; g++) {
                waves[entry][g] /= Math.sqrt(dimension);
            }
        }
        return waves;
    }
}
