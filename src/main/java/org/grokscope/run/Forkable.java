package org.grokscope.run;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which steps of a run can be forked, and from where each is reached: from the newest checkpoint with moments at or
 * before it, else from the seed, if the settings of all steps from 0 on are known. A fork's own steps begin where it left
 * its parent.
 *
 * @param first the first step that can be forked; beyond {@code last} where none can
 * @param last the step that the run has reached
 * @param checkpoints steps whose checkpoints a fork can go on from, ascending: those with moments and, of another program,
 *     all
 * @param fromSeed whether steps before the first of these can be reached from the seed
 * @param fork whether the run is itself a fork
 * @param imported whether another program trained it, whose steps cannot be taken again: it is forked where it was saved
 * @param cold those of the checkpoints that lack moments
 */
public record Forkable(int first, int last, List<Integer> checkpoints, boolean fromSeed, boolean fork,
        boolean imported, List<Integer> cold) {
    /** A run of this program's own. */
    public Forkable(int first, int last, List<Integer> checkpoints, boolean fromSeed, boolean fork) {
        this(first, last, checkpoints, fromSeed, fork, false, List.of());
    }

    public Forkable {
        checkpoints = List.copyOf(checkpoints);
        cold = List.copyOf(cold);
    }

    /** Returns what can be forked of a run that was read to its end. */
    public static Forkable of(RunHistory run) {
        Lineage lineage = run.head().lineage();
        int begins = lineage == null ? 0 : lineage.step();
        boolean imported = run.head().imported() != null;
        List<Integer> checkpoints = imported ? run.checkpoints() : run.resumable();
        int last = Math.max(run.reached(), checkpoints.isEmpty() ? 0 : checkpoints.getLast());
        int first = run.fromSeed()
                ? begins
                : checkpoints.stream().filter(step -> step >= begins).findFirst().orElse(last + 1);
        boolean nothing = run.evaluations().isEmpty() && checkpoints.isEmpty();
        List<Integer> cold = checkpoints.stream().filter(step -> !run.resumable().contains(step)).toList();
        return new Forkable(nothing ? last + 1 : first, last, checkpoints, run.fromSeed(), lineage != null, imported,
                cold);
    }

    /** Returns whether any step can be forked. */
    public boolean any() {
        // Beyond the last step that can be counted there is none.
        return first >= 0 && first <= last;
    }

    /** Returns where a fork at a step takes the run up; empty where it cannot be forked. */
    public Optional<ForkStart> start(int step) {
        if (step < first || step > last || imported && !checkpoints.contains(step)) {
            return Optional.empty();
        }
        return checkpoints.stream().filter(at -> at <= step).reduce((_, later) -> later)
                .map(at -> new ForkStart(at, false, cold.contains(at)))
                .or(() -> fromSeed ? Optional.of(new ForkStart(0, true, false)) : Optional.empty());
    }

    /** Returns why a step cannot be forked and which can, in a sentence; empty where it can. */
    public String refusal(int step) {
        if (start(step).isPresent()) {
            return "";
        }
        if (!any()) {
            return "This run cannot be forked: it has no checkpoint with moments.";
        }
        if (step > last) {
            return "This run has reached step %,d; it can be forked up to there.".formatted(last);
        }
        if (imported) {
            return "Another program trained this run; it can be forked at %s.".formatted(checkpoints.size() > 3
                    ? "the steps at which it was saved, the last of them %,d".formatted(checkpoints.getLast())
                    : checkpoints.stream().map("step %,d"::formatted).collect(Collectors.joining(" or ")));
        }
        return "This run can be forked from step %,d on%s.".formatted(first,
                fork && fromSeed ? "; for an earlier step, fork its parent" : "");
    }
}
