package org.grokscope.run;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.grokscope.measure.Evaluation;

/**
 * How far a control branch repeated its parent: every number of every evaluation after the fork, times and speeds apart,
 * to the last bit.
 *
 * @param exactTo the last step up to which all evaluations agree; empty when the two have none in common after the fork
 * @param differsFrom the first step whose evaluations differ, if any do
 * @param reasons what differs in what the two were computed on, a phrase each; empty when nothing recorded does
 * @param atTheEnd whether the parent has no evaluation after the fork, so that there is nothing to repeat
 */
public record Repetition(OptionalInt exactTo, OptionalInt differsFrom, List<String> reasons, boolean atTheEnd) {
    public Repetition {
        reasons = List.copyOf(reasons);
    }

    /** Compares a control branch with its parent. */
    public static Repetition of(RunHistory parent, RunHistory control) {
        int fork = Objects.requireNonNull(control.head().lineage()).step();
        Map<Integer, Evaluation> expected = parent.evaluations().stream()
                .collect(Collectors.toMap(Evaluation::step, Function.identity()));
        OptionalInt exactTo = OptionalInt.empty();
        for (Evaluation evaluation : control.evaluations()) {
            Evaluation original = expected.get(evaluation.step());
            if (evaluation.step() > fork && original != null) {
                if (!evaluation.sameNumbersAs(original)) {
                    return new Repetition(exactTo, OptionalInt.of(evaluation.step()), differences(parent, control),
                            false);
                }
                exactTo = OptionalInt.of(evaluation.step());
            }
        }
        return new Repetition(exactTo, OptionalInt.empty(), List.of(), parent.reached() <= fork);
    }

    /** Returns it in a few words, for example {@code bit-exact to step 4,500}; empty when nothing can be compared yet. */
    public String text() {
        if (differsFrom.isPresent()) {
            return "differs from step %,d on: ".formatted(differsFrom.getAsInt()) + (reasons.isEmpty()
                    ? "no difference in device, threads or versions is recorded"
                    : String.join(", ", reasons));
        }
        if (atTheEnd) {
            return "begins where its parent ends: there is nothing to repeat";
        }
        return exactTo.isPresent() ? "bit-exact to step %,d".formatted(exactTo.getAsInt()) : "";
    }

    private static List<String> differences(RunHistory parent, RunHistory control) {
        if (parent.head().imported() != null) {
            return List.of("another program trained its parent, with an order of batches of its own");
        }
        Set<Environment> first = environments(parent);
        Set<Environment> second = environments(control);
        List<String> differences = new ArrayList<>();
        compare(differences, "device", first, second, Environment::deviceName);
        compare(differences, "threads", first, second, it -> Integer.toString(it.threads()));
        Set<String> versions = new TreeSet<>();
        first.forEach(it -> versions.addAll(it.versions().keySet()));
        second.forEach(it -> versions.addAll(it.versions().keySet()));
        for (String what : versions) {
            compare(differences, what, first, second, it -> it.versions().getOrDefault(what, missing(what, it)));
        }
        return differences;
    }

    /** Runs of before these were recorded say nothing; of others a variable that is not there was not set. */
    private static String missing(String what, Environment environment) {
        boolean variable = what.equals(what.toUpperCase(Locale.ROOT));
        return variable && environment.versions().containsKey("processor") ? "not set" : "unknown";
    }

    private static void compare(List<String> differences, String what, Set<Environment> first,
            Set<Environment> second, Function<Environment, String> property) {
        String one = values(first, property);
        String other = values(second, property);
        if (!one.equals(other)) {
            differences.add(what + " " + one + ", then " + other);
        }
    }

    private static String values(Set<Environment> environments, Function<Environment, String> property) {
        return environments.stream().map(property).distinct().collect(Collectors.joining("/"));
    }

    /** What a run was computed on, first as it was made and then wherever it was taken up elsewhere. */
    private static Set<Environment> environments(RunHistory run) {
        Set<Environment> environments = new LinkedHashSet<>();
        environments.add(run.head().environment());
        for (RunEvent event : run.events()) {
            Environment elsewhere = switch (event) {
                case RunEvent.Started it -> it.environment();
                case RunEvent.Resumed it -> it.environment();
                default -> null;
            };
            if (elsewhere != null) {
                environments.add(elsewhere);
            }
        }
        return environments;
    }
}
