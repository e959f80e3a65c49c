package org.grokscope.task.group;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A way to write n as a sum, the greatest part first: the name of an irrep of S_n.
 *
 * @param parts descending
 */
record Partition(List<Integer> parts) {
    Partition {
        parts = List.copyOf(parts);
    }

    /** Returns all partitions of n, that of one part first, in descending lexicographic order. */
    static List<Partition> of(int n) {
        List<Partition> all = new ArrayList<>();
        grow(n, n, new ArrayList<>(), all);
        return all;
    }

    private static void grow(int left, int greatest, List<Integer> parts, List<Partition> all) {
        if (left == 0) {
            all.add(new Partition(parts));
        }
        for (int part = Math.min(left, greatest); part >= 1; part--) {
            parts.add(part);
            grow(left - part, part, parts, all);
            parts.removeLast();
        }
    }

    /** Returns the partition whose diagram has rows and columns exchanged. */
    Partition conjugate() {
        List<Integer> columns = new ArrayList<>();
        for (int column = 0; column < parts.getFirst(); column++) {
            int wider = column;
            columns.add((int) parts.stream().filter(part -> part > wider).count());
        }
        return new Partition(columns);
    }

    /** Returns whether it comes before another, or is the same, in descending lexicographic order. */
    boolean notAfter(Partition other) {
        for (int i = 0; i < Math.min(parts.size(), other.parts.size()); i++) {
            if (!parts.get(i).equals(other.parts.get(i))) {
                return parts.get(i) > other.parts.get(i);
            }
        }
        return true;
    }

    /** Returns the standard tableaux of this shape, each as the rows in which 1..n stand. */
    List<int[]> tableaux() {
        List<int[]> all = new ArrayList<>();
        int n = parts.stream().mapToInt(Integer::intValue).sum();
        fill(new int[n], 0, new int[parts.size()], all);
        return all;
    }

    private void fill(int[] rows, int filled, int[] lengths, List<int[]> all) {
        if (filled == rows.length) {
            all.add(rows.clone());
            return;
        }
        for (int row = 0; row < lengths.length; row++) {
            if (lengths[row] < parts.get(row) && (row == 0 || lengths[row] < lengths[row - 1])) {
                rows[filled] = row;
                lengths[row]++;
                fill(rows, filled + 1, lengths, all);
                lengths[row]--;
            }
        }
    }

    @Override
    public String toString() {
        return parts.stream().map(String::valueOf).collect(Collectors.joining(",", "(", ")"));
    }
}
