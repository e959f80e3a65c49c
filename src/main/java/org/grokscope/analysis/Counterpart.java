package org.grokscope.analysis;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.grokscope.run.Lineage;
import org.grokscope.run.RunHistory;

/** Which run a person means who wants to see another one beside it. */
public final class Counterpart {
    private Counterpart() {}

    /**
     * Returns the run that was selected with it, else of a branch its control, else its parent; else the run itself, which
     * stands beside itself at another step.
     *
     * @param selection the ids of the selected runs, the one chosen last at the end
     */
    public static RunHistory of(List<RunHistory> runs, List<String> selection, RunHistory shown) {
        Optional<RunHistory> selected = selection.reversed().stream().filter(id -> !id.equals(shown.head().id()))
                .findFirst().flatMap(id -> find(runs, id));
        return selected.or(() -> control(runs, shown)).or(() -> Optional.ofNullable(shown.head().lineage())
                .flatMap(it -> find(runs, it.parent()))).orElse(shown);
    }

    /**
     * Returns the branch beside another that went without what the other did: of one that intervenes, a branch of the same λ and
     * order of batches that does not; of one with another λ, a branch with the parent's. Empty where there is none.
     */
    public static Optional<RunHistory> control(List<RunHistory> runs, RunHistory branch) {
        Lineage lineage = branch.head().lineage();
        if (lineage == null) {
            return Optional.empty();
        }
        FamilyBranch own = FamilyBranch.of(branch, lineage);
        Stream<FamilyBranch> siblings = ForkFamily.of(runs, lineage.parent()).stream()
                .filter(family -> family.forkStep() == lineage.step()).flatMap(family -> family.branches().stream());
        return siblings.filter(it -> !it.run().head().id().equals(branch.head().id()))
                .filter(it -> dataSeed(it.run()) == dataSeed(branch))
                .filter(it -> own.intervened() ? it.weightDecay() == own.weightDecay() : it.parentsWeightDecay())
                .map(FamilyBranch::run).findFirst();
    }

    private static long dataSeed(RunHistory run) {
        return run.head().configuration().seeds().dataSeed();
    }

    private static Optional<RunHistory> find(List<RunHistory> runs, String id) {
        return runs.stream().filter(run -> run.head().id().equals(id)).findFirst();
    }
}
