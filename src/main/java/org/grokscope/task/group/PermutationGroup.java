package org.grokscope.task.group;

/** A group of permutations, in the lexicographic order of their values. */
sealed interface PermutationGroup extends FiniteGroup permits SymmetricGroup, AlternatingGroup {
    /** Returns its permutations. */
    Permutations permutations();

    @Override
    default int order() {
        return permutations().count();
    }

    @Override
    default int product(int a, int b) {
        return permutations().product(a, b);
    }

    @Override
    default String element(int element) {
        return permutations().cycles(element);
    }
}
