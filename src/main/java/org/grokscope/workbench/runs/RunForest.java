package org.grokscope.workbench.runs;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.grokscope.run.Lineage;
import org.grokscope.run.RunHistory;
import org.jspecify.annotations.Nullable;

/** How runs stand in the tree: the newest on top, forks under the runs they come from. */
public final class RunForest {
    /** By the time they were made; of two made at once, by id. */
    public static final Comparator<RunHistory> OLDEST_FIRST = Comparator
            .comparing((RunHistory run) -> run.head().created()).thenComparing(run -> run.head().id());

    private RunForest() {}

    /**
     * Arranges the runs that are wanted. A wanted fork keeps its ancestors in the tree; a fork whose parent is not in
     * the folder stands at the root.
     */
    public static List<RunBranch> of(List<RunHistory> runs, Predicate<RunHistory> wanted) {
        Map<String, RunHistory> byId = new HashMap<>();
        runs.forEach(run -> byId.put(run.head().id(), run));
        List<RunHistory> roots = runs.stream().filter(run -> parent(run, byId) == null)
                .sorted(OLDEST_FIRST.reversed()).toList();
        return roots.stream().map(root -> branch(root, runs)).flatMap(branch -> pruned(branch, wanted).stream())
                .toList();
    }

    private static @Nullable RunHistory parent(RunHistory run, Map<String, RunHistory> byId) {
        Lineage lineage = run.head().lineage();
        return lineage == null || lineage.parent().equals(run.head().id()) ? null : byId.get(lineage.parent());
    }

    private static RunBranch branch(RunHistory run, List<RunHistory> runs) {
        List<RunBranch> forks = runs.stream().filter(other -> isFork(other, run)).sorted(OLDEST_FIRST)
                .map(fork -> branch(fork, runs)).toList();
        return new RunBranch(run, forks);
    }

    private static boolean isFork(RunHistory run, RunHistory parent) {
        Lineage lineage = run.head().lineage();
        return lineage != null && run != parent && lineage.parent().equals(parent.head().id());
    }

    private static List<RunBranch> pruned(RunBranch branch, Predicate<RunHistory> wanted) {
        List<RunBranch> forks = branch.forks().stream().flatMap(fork -> pruned(fork, wanted).stream()).toList();
        return forks.isEmpty() && !wanted.test(branch.run())
                ? List.of()
                : List.of(new RunBranch(branch.run(), forks));
    }
}
