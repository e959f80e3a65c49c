package org.grokscope.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.grokscope.run.Lineage;
import org.grokscope.run.RunHistory;

/**
 * The branches that left one run at one step.
 *
 * @param parent the id of the run they left, which need not be there any more
 * @param branches those that differ from the parent in λ and order of batches at most, ascending in λ
 * @param otherwise those that differ in more or changed λ on the way, and so belong to no cell of the law
 */
public record ForkFamily(String parent, int forkStep, List<FamilyBranch> branches, List<FamilyBranch> otherwise) {
    /** What a branch may change and still be compared: λ, the draw, and how long and how often one looks. */
    private static final Set<String> COMPARABLE = Set.of("weightDecay", "dataSeed", "steps", "stopAfterGrok",
            "evaluateEvery", "checkpointEvery");

    private static final Comparator<FamilyBranch> BY_WEIGHT_DECAY = Comparator
            .comparingDouble(FamilyBranch::weightDecay)
            .thenComparing(branch -> branch.run().head().configuration().seeds().dataSeed())
            .thenComparing(branch -> branch.run().head().id());

    public ForkFamily {
        branches = List.copyOf(branches);
        otherwise = List.copyOf(otherwise);
    }

    /** Returns the id of the run whose family a run belongs to: its parent's if it is a fork, else its own. */
    public static String parentOf(RunHistory run) {
        Lineage lineage = run.head().lineage();
        return lineage == null ? run.head().id() : lineage.parent();
    }

    /** Returns the families of a run's branches, one for each step at which branches left it, ascending. */
    public static List<ForkFamily> of(List<RunHistory> runs, String parent) {
        TreeMap<Integer, List<FamilyBranch>> bySteps = new TreeMap<>();
        for (RunHistory run : runs) {
            Lineage lineage = run.head().lineage();
            if (lineage != null && lineage.parent().equals(parent)) {
                bySteps.computeIfAbsent(lineage.step(), _ -> new ArrayList<>()).add(FamilyBranch.of(run, lineage));
            }
        }
        return bySteps.entrySet().stream().map(entry -> of(parent, entry.getKey(), entry.getValue())).toList();
    }

    /**
     * Finds the family that a chosen run stands for: a fork's own; a parent's at the wanted step, or where most
     * branches left it, the earliest of equals.
     */
    public static Optional<ForkFamily> of(List<RunHistory> runs, RunHistory chosen, OptionalInt wantedStep) {
        List<ForkFamily> families = of(runs, parentOf(chosen));
        Lineage lineage = chosen.head().lineage();
        OptionalInt step = wantedStep.isEmpty() && lineage != null ? OptionalInt.of(lineage.step()) : wantedStep;
        return families.stream().filter(family -> step.isPresent() && family.forkStep() == step.getAsInt()).findFirst()
                .or(() -> families.stream().max(Comparator.comparingInt(ForkFamily::size)
                        .thenComparing(ForkFamily::forkStep, Comparator.reverseOrder())));
    }

    /** Returns the number of branches, comparable or not. */
    public int size() {
        return branches.size() + otherwise.size();
    }

    private static ForkFamily of(String parent, int step, List<FamilyBranch> all) {
        return new ForkFamily(parent, step,
                all.stream().filter(ForkFamily::comparable).sorted(BY_WEIGHT_DECAY).toList(),
                all.stream().filter(branch -> !comparable(branch)).sorted(BY_WEIGHT_DECAY).toList());
    }

    private static boolean comparable(FamilyBranch branch) {
        Lineage lineage = branch.run().head().lineage();
        return !branch.changedOnTheWay() && !branch.intervened()
                && (lineage == null || COMPARABLE.containsAll(lineage.changes()));
    }
}
