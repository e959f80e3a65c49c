package org.grokscope.task.group;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The even permutations of n things, A_n. An irrep of S_n and that of the conjugate partition are the same on A_n. Where a
 * partition is its own conjugate, the map that takes each tableau T to ε(T) times its mirror image commutes with all even
 * permutations: its square is 1, and the irrep falls into the two halves that it keeps and turns round, or -1, and the
 * irrep is a rotation (James and Kerber, The Representation Theory of the Symmetric Group, theorem 2.5.7).
 */
record AlternatingGroup(int n, Permutations permutations) implements PermutationGroup {
    AlternatingGroup(int n) {
        this(n, new Permutations(n, Permutations::even));
    }

    @Override
    public String name() {
        return "A" + n;
    }

    @Override
    public List<Irrep> irreps() {
        Permutations all = new Permutations(n, _ -> true);
        int[] even = IntStream.range(0, permutations.count()).map(g -> all.index(permutations.values(g))).toArray();
        List<Irrep> irreps = new ArrayList<>();
        for (Partition partition : Partition.of(n)) {
            Partition conjugate = partition.conjugate();
            if (partition.equals(conjugate)) {
                halves(partition, all, even, irreps);
            } else if (partition.notAfter(conjugate)) {
                YoungOrthogonalForm form = new YoungOrthogonalForm(partition);
                irreps.add(new Irrep(partition.toString(), form.dimension(), false,
                        restricted(form.entries(all), even)));
            }
        }
        return irreps;
    }

    private static double[][] restricted(double[][] entries, int[] even) {
        double[][] restricted = new double[entries.length][];
        for (int entry = 0; entry < entries.length; entry++) {
            double[] all = entries[entry];
            restricted[entry] = IntStream.of(even).mapToDouble(g -> all[g]).toArray();
        }
        return restricted;
    }

    private static void halves(Partition partition, Permutations all, int[] even, List<Irrep> irreps) {
        YoungOrthogonalForm form = new YoungOrthogonalForm(partition);
        double[][] entries = restricted(form.entries(all), even);
        int[] mirrored = IntStream.range(0, form.dimension()).map(t -> form.vector(mirror(form.tableau(t)))).toArray();
        int[] signs = IntStream.range(0, form.dimension()).map(t -> sign(form.tableau(t))).toArray();
        if (signs[0] != signs[mirrored[0]]) {
            irreps.add(new Irrep(partition.toString(), form.dimension(), true, entries));
            return;
        }
        for (int half : new int[]{1, -1}) {
            irreps.add(new Irrep(partition + (half > 0 ? "+" : "\u2212"), form.dimension() / 2, false,
                    half(entries, form.dimension(), mirrored, signs, half)));
        }
    }

    /** Returns the matrices on the vectors (v_T + half · ε(T) v_T′)/√2 of each tableau T before its mirror image T′. */
    private static double[][] half(double[][] entries, int dimension, int[] mirrored, int[] signs, int half) {
        int[] first = IntStream.range(0, dimension).filter(t -> t < mirrored[t]).toArray();
        double[][] halved = new double[first.length * first.length][entries[0].length];
        for (int i = 0; i < first.length; i++) {
            for (int j = 0; j < first.length; j++) {
                double[] sum = halved[i * first.length + j];
                add(sum, 0.5, entries[first[i] * dimension + first[j]]);
                add(sum, 0.5 * half * signs[first[j]], entries[first[i] * dimension + mirrored[first[j]]]);
                add(sum, 0.5 * half * signs[first[i]], entries[mirrored[first[i]] * dimension + first[j]]);
                add(sum, 0.5 * signs[first[i]] * signs[first[j]],
                        entries[mirrored[first[i]] * dimension + mirrored[first[j]]]);
            }
        }
        return halved;
    }

    private static void add(double[] sum, double factor, double[] values) {
        for (int g = 0; g < sum.length; g++) {
            sum[g] += factor * values[g];
        }
    }

    /** Returns the tableau with rows and columns exchanged. */
    private static int[] mirror(int[] rows) {
        int[] columns = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            for (int before = 0; before < i; before++) {
                columns[i] += rows[before] == rows[i] ? 1 : 0;
            }
        }
        return columns;
    }

    /** Returns ε(T), the sign of the permutation that lists the tableau row by row. */
    private static int sign(int[] rows) {
        int[] listed = IntStream.range(0, rows.length).boxed().sorted((a, b) -> rows[a] != rows[b]
                ? rows[a] - rows[b]
                : a - b).mapToInt(Integer::intValue).toArray();
        return Permutations.even(listed) ? 1 : -1;
    }
}
