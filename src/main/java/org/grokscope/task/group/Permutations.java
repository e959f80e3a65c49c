package org.grokscope.task.group;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Permutations of 0..n-1 in lexicographic order, and how they multiply. */
final class Permutations {
    private final List<int[]> all = new ArrayList<>();
    private final Map<List<Integer>, Integer> index = new HashMap<>();
    private final int n;

    /** @param belongs which permutations there are; they must form a group */
    Permutations(int n, Predicate<int[]> belongs) {
        this.n = n;
        grow(new int[n], 0, 0, belongs);
    }

    private void grow(int[] values, int length, int used, Predicate<int[]> belongs) {
        if (length == n) {
            if (belongs.test(values)) {
                index.put(key(values), all.size());
                all.add(values.clone());
            }
            return;
        }
        for (int value = 0; value < n; value++) {
            if ((used >> value & 1) == 0) {
                values[length] = value;
                grow(values, length + 1, used | 1 << value, belongs);
            }
        }
    }

    private static List<Integer> key(int[] values) {
        return Arrays.stream(values).boxed().toList();
    }

    /** Returns how many there are. */
    int count() {
        return all.size();
    }

    /** Returns where each of 0..n-1 goes; not a copy. */
    int[] values(int element) {
        return all.get(element);
    }

    /** Returns a·b, b first. */
    int product(int a, int b) {
        int[] first = all.get(b);
        int[] second = all.get(a);
        int[] product = new int[n];
        Arrays.setAll(product, i -> second[first[i]]);
        return index(product);
    }

    /** Returns the number of a permutation of the group. */
    int index(int[] values) {
        Integer found = index.get(key(values));
        if (found == null) {
            throw new IllegalArgumentException(Arrays.toString(values) + " is not in the group.");
        }
        return found;
    }

    /** Returns whether a permutation is a product of an even number of exchanges. */
    static boolean even(int[] values) {
        int inversions = 0;
        for (int i = 0; i < values.length; i++) {
            for (int j = i + 1; j < values.length; j++) {
                inversions += values[i] > values[j] ? 1 : 0;
            }
        }
        return inversions % 2 == 0;
    }

    /** Returns a permutation as its cycles, of 1..n; the identity is {@code 1}. */
    String cycles(int element) {
        int[] values = all.get(element);
        StringBuilder text = new StringBuilder();
        boolean[] seen = new boolean[n];
        for (int start = 0; start < n; start++) {
            if (!seen[start] && values[start] != start) {
                text.append('(');
                for (int i = start; !seen[i]; i = values[i]) {
                    seen[i] = true;
                    text.append(i == start ? "" : " ").append(i + 1);
                }
                text.append(')');
            }
        }
        return text.isEmpty() ? "1" : text.toString();
    }
}
