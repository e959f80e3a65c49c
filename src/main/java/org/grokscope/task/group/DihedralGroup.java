package org.grokscope.task.group;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * The symmetries of a regular n-gon, D_n, of order 2n: element i turns by i n-ths, element n + i reflects at the first
 * axis and then turns so. Its irreps have Mulliken's symbols: A₁, A₂, where n is even B₁ and B₂, and E₁, E₂, ….
 */
record DihedralGroup(int n) implements FiniteGroup {
    @Override
    public String name() {
        return "D" + n;
    }

    @Override
    public int order() {
        return 2 * n;
    }

    @Override
    public int product(int a, int b) {
        int turn = Math.floorMod(a < n ? a + b : a - b, n);
        return a < n == b < n ? turn : n + turn;
    }

    @Override
    public String element(int element) {
        int turn = element % n;
        String rotation = turn == 0 ? "" : turn == 1 ? "r" : "r^" + turn;
        return element < n ? rotation.isEmpty() ? "1" : rotation : rotation + "s";
    }

    @Override
    public List<Irrep> irreps() {
        List<Irrep> irreps = new ArrayList<>();
        irreps.add(line("A1", _ -> 1));
        irreps.add(line("A2", g -> g < n ? 1 : -1));
        if (n % 2 == 0) {
            irreps.add(line("B1", g -> g % n % 2 == 0 ? 1 : -1));
            irreps.add(line("B2", g -> (g % n % 2 == 0) == (g < n) ? 1 : -1));
        }
        for (int k = 1; 2 * k < n; k++) {
            double[][] entries = new double[4][2 * n];
            for (int turn = 0; turn < n; turn++) {
                Rotation rotation = Rotation.by((long) k * turn, n);
                rotation.putInto(entries, turn);
                rotation.putReflectedInto(entries, n + turn);
            }
            irreps.add(new Irrep("E" + k, 2, false, entries));
        }
        return irreps;
    }

    private Irrep line(String name, IntToDoubleFunction value) {
        double[][] entries = new double[1][2 * n];
        for (int g = 0; g < 2 * n; g++) {
            entries[0][g] = value.applyAsDouble(g);
        }
        return new Irrep(name, 1, false, entries);
    }
}
