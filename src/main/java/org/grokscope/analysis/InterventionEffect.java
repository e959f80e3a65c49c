package org.grokscope.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.grokscope.measure.BranchOutcome;
import org.grokscope.measure.Interval;
import org.grokscope.measure.MeanInterval;
import org.grokscope.measure.Spread;
import org.grokscope.run.Interventions;
import org.grokscope.weights.Intervention;
import org.grokscope.weights.InterventionReader;

/**
 * What an intervention did to the wait for grokking, beside the control and the sham.
 *
 * @param label what was done, for example {@code − k 14}, {@code sham of − k 14} or {@code control}
 * @param weightDecay λ of the branches
 * @param delay Δt over the branches that grokked
 * @param interval Student's 95% interval of the mean Δt; empty for fewer than two
 * @param later Δt minus that of the control of the same draw, over the draws in which both grokked
 * @param laterInterval Student's 95% interval of its mean; empty for fewer than two
 * @param runs the ids of the branches
 */
public record InterventionEffect(String label, double weightDecay, Spread delay, Optional<Interval> interval,
        Spread later,
        Optional<Interval> laterInterval, List<String> runs) {
    private static final String CONTROL = "control";

    public InterventionEffect {
        runs = List.copyOf(runs);
    }

    /** Returns how many branches there are, whatever became of them. */
    public int branches() {
        return runs.size();
    }

    /** Returns the effects among families of forks, each after the control of its λ; none where nobody intervened. */
    public static List<InterventionEffect> of(List<ForkFamily> families) {
        Map<String, List<FamilyBranch>> rows = new LinkedHashMap<>();
        Map<String, FamilyBranch> controls = new LinkedHashMap<>();
        List<FamilyBranch> intervened = families.stream().flatMap(family -> family.otherwise().stream())
                .filter(FamilyBranch::intervened).toList();
        families.forEach(family -> family.branches().forEach(branch -> {
            if (intervened.stream().anyMatch(it -> it.weightDecay() == branch.weightDecay())) {
                rows.computeIfAbsent(key(branch), _ -> new ArrayList<>()).add(branch);
                controls.putIfAbsent(draw(branch), branch);
            }
        }));
        intervened.forEach(branch -> rows.computeIfAbsent(key(branch), _ -> new ArrayList<>()).add(branch));
        return intervened.isEmpty()
                ? List.of()
                : rows.values().stream().map(branches -> of(branches, controls)).toList();
    }

    private static InterventionEffect of(List<FamilyBranch> branches, Map<String, FamilyBranch> controls) {
        double[] delays = branches.stream().flatMap(branch -> delay(branch).stream()).mapToDouble(it -> it).toArray();
        double[] later = branches.stream().flatMap(branch -> Stream.ofNullable(controls.get(draw(branch)))
                .filter(control -> control != branch)
                .flatMap(control -> delay(control).stream())
                .flatMap(without -> delay(branch).stream().map(with -> with - without))).mapToDouble(it -> it)
                .toArray();
        FamilyBranch first = branches.getFirst();
        return new InterventionEffect(label(interventions(first)), first.weightDecay(),
                Spread.of(delays), MeanInterval.of(delays), Spread.of(later), MeanInterval.of(later),
                branches.stream().map(branch -> branch.run().head().id()).toList());
    }

    private static Optional<Double> delay(FamilyBranch branch) {
        return branch.outcome() instanceof BranchOutcome.Grokked grokked
                ? Optional.of((double) grokked.delay())
                : Optional.empty();
    }

    /** Branches of one parent, step, λ and order of batches are compared. */
    private static String draw(FamilyBranch branch) {
        return String.join("/", Arrays.asList(ForkFamily.parentOf(branch.run()), Integer.toString(branch.forkStep()),
                Double.toString(branch.weightDecay()),
                Long.toString(branch.run().head().configuration().seeds().dataSeed())));
    }

    private static String key(FamilyBranch branch) {
        Interventions all = interventions(branch);
        return branch.weightDecay() + "/" + all.sham().map(it -> "sham " + it.of()).orElse(all.text());
    }

    private static Interventions interventions(FamilyBranch branch) {
        return branch.run().head().interventions();
    }

    /** The shams of several draws act on several targets; they are called by what they stand beside. */
    private static String label(Interventions all) {
        return all.own().isEmpty()
                ? CONTROL
                : all.sham().map(it -> "sham of " + InterventionReader.all(it.of()).stream().map(Intervention::label)
                        .collect(Collectors.joining(", "))).orElse(all.label());
    }
}
