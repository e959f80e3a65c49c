package org.grokscope.task.group;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.grokscope.task.Basis;
import org.grokscope.task.FourierBasis;

/** What is worked out about a group once: its products, and the basis in which its elements have irreps. */
final class GroupTables {
    private static final Map<GroupName, FiniteGroup> GROUPS = new ConcurrentHashMap<>();
    private static final Map<GroupName, int[]> PRODUCTS = new ConcurrentHashMap<>();
    private static final Map<GroupName, Basis> BASES = new ConcurrentHashMap<>();

    private GroupTables() {}

    static FiniteGroup of(GroupName name) {
        return GROUPS.computeIfAbsent(name, GroupName::make);
    }

    /** Returns a·b at a · order + b; not a copy. */
    static int[] products(GroupName name) {
        return PRODUCTS.computeIfAbsent(name, _ -> {
            FiniteGroup group = of(name);
            int[] products = new int[group.order() * group.order()];
            for (int pair = 0; pair < products.length; pair++) {
                products[pair] = group.product(pair / group.order(), pair % group.order());
            }
            return products;
        });
    }

    /** Returns the basis of the irreps; of a cyclic group that is Fourier's, in which there are circles. */
    static Basis basis(GroupName name) {
        return BASES.computeIfAbsent(name, _ -> switch (of(name)) {
            case CyclicGroup cyclic -> FourierBasis.of(cyclic.order());
            case DihedralGroup dihedral -> new IrrepBasis(dihedral);
            case PermutationGroup permutations -> new IrrepBasis(permutations);
        });
    }
}
