package org.grokscope.task.group;

import java.util.ArrayList;
import java.util.List;

/**
 * The rotations of n places, C_n: numbers modulo n under addition. Its irreps are those of the frequencies k =
 * 1..⌊n/2⌋, rotations by 2πkc/n, and where n is even the sign (-1)^c last.
 */
record CyclicGroup(int n) implements FiniteGroup {
    @Override
    public String name() {
        return "C" + n;
    }

    @Override
    public int order() {
        return n;
    }

    @Override
    public int product(int a, int b) {
        return (a + b) % n;
    }

    @Override
    public String element(int element) {
        return Integer.toString(element);
    }

    @Override
    public List<Irrep> irreps() {
        List<Irrep> irreps = new ArrayList<>();
        for (int k = 0; k <= n / 2; k++) {
            boolean line = k == 0 || 2 * k == n;
            irreps.add(new Irrep(Integer.toString(k), line ? 1 : 2, !line, line ? sign(k) : rotation(k)));
        }
        return irreps;
    }

    private double[][] sign(int k) {
        double[][] entries = new double[1][n];
        for (int c = 0; c < n; c++) {
            entries[0][c] = k == 0 || c % 2 == 0 ? 1 : -1;
        }
        return entries;
    }

    private double[][] rotation(int k) {
        double[][] entries = new double[4][n];
        for (int c = 0; c < n; c++) {
            Rotation.by((long) k * c, n).putInto(entries, c);
        }
        return entries;
    }
}
