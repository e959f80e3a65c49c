package org.grokscope.task.group;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Young's orthogonal form of an irrep of S_n: a real orthogonal matrix for each permutation, in a basis of the standard
 * tableaux of a partition. With the content of a number (its column less its row) and r the content of i + 1 less that of i,
 * the exchange s of i and i + 1 takes
 *
 * <pre>
 * v_T  to  (1/r) v_T + √(1 - 1/r²) v_sT
 * </pre>
 *
 * and the other permutations are products (A. Young, 1931; James and Kerber, The Representation Theory of the Symmetric
 * Group, theorem 3.3.10).
 */
final class YoungOrthogonalForm {
    private final List<int[]> tableaux;
    private final int dimension;
    private final int n;

    YoungOrthogonalForm(Partition partition) {
        this.tableaux = partition.tableaux();
        this.dimension = tableaux.size();
        this.n = tableaux.getFirst().length;
    }

    /** Returns the number of standard tableaux. */
    int dimension() {
        return dimension;
    }

    /** Returns the rows in which 1..n stand in the tableau of a basis vector; not a copy. */
    int[] tableau(int vector) {
        return tableaux.get(vector);
    }

    /** Returns the basis vector of a tableau; -1 where it is none. */
    int vector(int[] tableau) {
        for (int t = 0; t < dimension; t++) {
            if (Arrays.equals(tableaux.get(t), tableau)) {
                return t;
            }
        }
        return -1;
    }

    /**
     * Returns the matrices of all of S_n.
     *
     * @return ρ_ij(g) at [i · dimension + j][g]
     */
    double[][] entries(Permutations all) {
        double[][][] exchanges = new double[n - 1][][];
        Arrays.setAll(exchanges, this::exchange);
        double[][][] matrices = new double[all.count()][][];
        matrices[0] = identity();
        Deque<Integer> reached = new ArrayDeque<>(List.of(0));
        while (!reached.isEmpty()) {
            int element = reached.remove();
            for (int i = 0; i < exchanges.length; i++) {
                int next = all.index(exchanged(all.values(element), i));
                if (matrices[next] == null) {
                    matrices[next] = product(exchanges[i], matrices[element]);
                    reached.add(next);
                }
            }
        }
        double[][] entries = new double[dimension * dimension][all.count()];
        for (int g = 0; g < matrices.length; g++) {
            for (int entry = 0; entry < entries.length; entry++) {
                entries[entry][g] = matrices[g][entry / dimension][entry % dimension];
            }
        }
        return entries;
    }

    /** Returns a permutation followed by the exchange of i and i + 1. */
    private static int[] exchanged(int[] values, int i) {
        return Arrays.stream(values).map(value -> value == i ? i + 1 : value == i + 1 ? i : value).toArray();
    }

    private double[][] exchange(int i) {
        double[][] matrix = new double[dimension][dimension];
        for (int t = 0; t < dimension; t++) {
            int[] rows = tableaux.get(t);
            double inverse = 1.0 / (content(rows, i + 1) - content(rows, i));
            matrix[t][t] = inverse;
            int[] other = rows.clone();
            other[i] = rows[i + 1];
            other[i + 1] = rows[i];
            int to = rows[i] == rows[i + 1] ? -1 : vector(other);
            if (to >= 0) {
                matrix[to][t] = Math.sqrt(1 - inverse * inverse);
            }
        }
        return matrix;
    }

    /** Returns the column less the row in which the i-th number stands. */
    private static int content(int[] rows, int i) {
        int column = 0;
        for (int before = 0; before < i; before++) {
            column += rows[before] == rows[i] ? 1 : 0;
        }
        return column - rows[i];
    }

    private double[][] identity() {
        double[][] matrix = new double[dimension][dimension];
        for (int i = 0; i < dimension; i++) {
            matrix[i][i] = 1;
        }
        return matrix;
    }

    private double[][] product(double[][] a, double[][] b) {
        double[][] product = new double[dimension][dimension];
        for (int i = 0; i < dimension; i++) {
            for (int k = 0; k < dimension; k++) {
                for (int j = 0; j < dimension && a[i][k] != 0; j++) {
                    product[i][j] += a[i][k] * b[k][j];
                }
            }
        }
        return product;
    }
}
