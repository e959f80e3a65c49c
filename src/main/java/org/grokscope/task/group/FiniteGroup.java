package org.grokscope.task.group;

import java.util.List;

/** A finite group, its elements numbered 0..order-1; element 0 is the identity. */
public sealed interface FiniteGroup permits CyclicGroup, DihedralGroup, PermutationGroup {
    /** Returns its name, for example {@code S5}. */
    String name();

    /** Returns the number of elements. */
    int order();

    /** Returns a·b. Of maps, b is applied first. */
    int product(int a, int b);

    /** Returns an element as mathematicians write it, for example {@code (1 2)(3 4)}. */
    String element(int element);

    /** Returns the real irreducible representations, each once up to equivalence, the trivial one first. */
    List<Irrep> irreps();

    /** Returns the inverse of an element. */
    default int inverse(int element) {
        int inverse = 0;
        while (product(element, inverse) != 0) {
            inverse++;
        }
        return inverse;
    }
}
