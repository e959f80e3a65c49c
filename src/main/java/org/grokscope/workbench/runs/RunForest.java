package org.grokscope.workbench.runs;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.grokscope.run.Lineage;
import org.grokscope.run.RunHistory;

/** How runs stand in the tree: in the order that is wanted, forks under the runs they come from. */
public final class RunForest {
    /** By the time they were made; of two made at once, by id. */
    public static final Comparator<RunHistory> OLDEST_FIRST = Comparator
            .comparing((RunHistory run) -> run.head().created()).thenComparing(run -> run.head().id());

    private final Map<String, List<RunHistory>> forks = new HashMap<>();
    private final Comparator<RunHistory> forkOrder;
    private final Predicate<RunHistory> wanted;

    private RunForest(Comparator<RunHistory> forkOrder, Predicate<RunHistory> wanted) {
        this.forkOrder = forkOrder;
        this.wanted = wanted;
    }

    /** Arranges the runs that are wanted, the newest on top and the oldest fork of each first. */
    public static List<RunBranch> of(List<RunHistory> runs, Predicate<RunHistory> wanted) {
        return of(runs, wanted, RunOrder.USUAL, _ -> 0);
    }

    /**
     * Arranges the runs that are wanted. A wanted fork keeps its ancestors in the tree; a fork whose parent is not in
     * the folder stands at the root.
     *
     * @param rank in the usual order, what comes before how old a run is: the least on top
     */
    public static List<RunBranch> of(List<RunHistory> runs, Predicate<RunHistory> wanted, RunOrder order,
            ToIntFunction<RunHistory> rank) {
        Map<String, RunHistory> byId = new HashMap<>();
        runs.forEach(run -> byId.put(run.head().id(), run));
        boolean usual = order.equals(RunOrder.USUAL);
        RunForest forest = new RunForest(usual ? OLDEST_FIRST : order.comparator(), wanted);
        Comparator<RunHistory> rootOrder = usual
                ? Comparator.comparingInt(rank).thenComparing(OLDEST_FIRST.reversed())
                : order.comparator();
        List<RunHistory> roots = runs.stream().filter(run -> forest.isRoot(run, byId)).toList();
        // Of thousands of runs a filter mostly keeps a few: only those are sorted.
        return roots.stream().flatMap(forest::branch).sorted(Comparator.comparing(RunBranch::run, rootOrder)).toList();
    }

    /** Returns the run that stands below these ones, or else above them. */
    static Optional<String> neighbour(List<RunBranch> forest, Collection<String> ids) {
        List<String> all = new ArrayList<>();
        forest.forEach(branch -> flatten(branch, all));
        Optional<String> before = Optional.empty();
        boolean past = false;
        for (String id : all) {
            boolean among = ids.contains(id);
            if (past && !among) {
                return Optional.of(id);
            }
            past |= among;
            before = among ? before : Optional.of(id);
        }
        return before;
    }

    private static void flatten(RunBranch branch, List<String> ids) {
        ids.add(branch.run().head().id());
        branch.forks().forEach(fork -> flatten(fork, ids));
    }

    /** Returns whether a run stands at the root; one that does not is noted as a fork of its parent. */
    private boolean isRoot(RunHistory run, Map<String, RunHistory> byId) {
        Lineage lineage = run.head().lineage();
        if (lineage == null || lineage.parent().equals(run.head().id()) || !byId.containsKey(lineage.parent())) {
            return true;
        }
        forks.computeIfAbsent(lineage.parent(), _ -> new ArrayList<>()).add(run);
        return false;
    }

    private Stream<RunBranch> branch(RunHistory run) {
        List<RunBranch> kept = forks.getOrDefault(run.head().id(), List.of()).stream().sorted(forkOrder)
                .flatMap(this::branch).toList();
        return kept.isEmpty() && !wanted.test(run) ? Stream.of() : Stream.of(new RunBranch(run, kept));
    }
}
