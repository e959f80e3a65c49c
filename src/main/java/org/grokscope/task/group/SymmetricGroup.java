package org.grokscope.task.group;

import java.util.List;

/** All permutations of n things, S_n. Its irreps are those of the partitions of n, in Young's orthogonal form. */
record SymmetricGroup(int n, Permutations permutations) implements PermutationGroup {
    SymmetricGroup(int n) {
        this(n, new Permutations(n, _ -> true));
    }

    @Override
    public String name() {
        return "S" + n;
    }

    @Override
    public List<Irrep> irreps() {
        return Partition.of(n).stream().map(partition -> {
            YoungOrthogonalForm form = new YoungOrthogonalForm(partition);
            return new Irrep(partition.toString(), form.dimension(), false, form.entries(permutations));
        }).toList();
    }
}
