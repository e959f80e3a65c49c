package org.grokscope.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.grokscope.measure.ForkLaw;
import org.grokscope.measure.LawPoint;
import org.grokscope.measure.Spread;
import org.grokscope.run.RunHistory;
import org.grokscope.text.StepLabel;

/**
 * Families taken together: each parent, fork step and data seed is a draw of its own, so that error bars go over
 * draws and seeds alike.
 *
 * @param name what the parents are called
 * @param families without repetition, that of the run chosen last at the end
 */
public record ForkPool(String name, List<ForkFamily> families, ForkLaw law) {
    /** No branches. */
    public static final ForkPool EMPTY = new ForkPool("", List.of(), ForkLaw.of(List.of()));

    public ForkPool {
        families = List.copyOf(families);
    }

    /**
     * Takes the families of the selected runs together.
     *
     * @param runs of the folder
     * @param selection ids, the run chosen last at the end
     * @param wantedStep the fork step of the run chosen last, where its branches left it at several
     */
    public static ForkPool of(List<RunHistory> runs, List<String> selection, OptionalInt wantedStep) {
        List<ForkFamily> families = new ArrayList<>();
        for (int i = 0; i < selection.size(); i++) {
            String id = selection.get(i);
            OptionalInt step = i == selection.size() - 1 ? wantedStep : OptionalInt.empty();
            Optional<ForkFamily> family = runs.stream().filter(run -> run.head().id().equals(id)).findFirst()
                    .flatMap(run -> ForkFamily.of(runs, run, step));
            family.ifPresent(families::remove);
            family.ifPresent(families::add);
        }
        ForkLaw law = ForkLaw.of(families.stream()
                .flatMap(family -> family.branches().stream().map(branch -> branch.point(family.parent()))).toList());
        return new ForkPool(name(runs, families), families, law);
    }

    /** Returns the branches that can be compared. */
    public List<FamilyBranch> branches() {
        return families.stream().flatMap(family -> family.branches().stream()).toList();
    }

    /** Returns how many branches are left out because they differ from their parents in more settings than λ and draw. */
    public int leftOut() {
        return (int) families.stream().flatMap(family -> family.otherwise().stream())
                .filter(branch -> !branch.intervened()).count();
    }

    /** Returns what interventions did to the wait for grokking; none where nobody intervened. */
    public List<InterventionEffect> effects() {
        return InterventionEffect.of(families);
    }

    /** Returns whether all branches of a λ kept their parents'. */
    public boolean control(double weightDecay) {
        return branches().stream().filter(branch -> branch.weightDecay() == weightDecay)
                .allMatch(FamilyBranch::parentsWeightDecay);
    }

    /** Returns the distance of evaluations, to which a delay is known; the largest of several. */
    public OptionalInt resolution() {
        return branches().stream().mapToInt(it -> it.run().head().configuration().evaluation().evaluateEvery()).max();
    }

    /** Returns the number of draws. */
    public int draws() {
        return (int) law.cells().stream().flatMap(cell -> cell.points().stream()).map(LawPoint::draw).distinct()
                .count();
    }

    /** Returns how fast log‖W‖ fell from fork to grokking, as a share of ηλ, over the branches that grokked. */
    public Spread rateShare() {
        return Spread.of(branches().stream().flatMapToDouble(branch -> branch.rateShare().stream()).toArray());
    }

    /** Says where the branches left, for example {@code forked at step 1,700}. */
    public String place() {
        List<Integer> steps = families.stream().map(ForkFamily::forkStep).distinct().sorted().toList();
        return (steps.size() == 1 ? "forked at step " : "forked at steps ")
                + steps.stream().map(step -> StepLabel.of(step)).collect(Collectors.joining(" and "));
    }

    private static String name(List<RunHistory> runs, List<ForkFamily> families) {
        List<String> parents = families.stream().map(ForkFamily::parent).distinct().toList();
        if (parents.size() > 1) {
            return parents.size() + " parents";
        }
        return runs.stream().filter(run -> parents.contains(run.head().id())).map(run -> run.head().name()).findFirst()
                .orElse("");
    }
}
