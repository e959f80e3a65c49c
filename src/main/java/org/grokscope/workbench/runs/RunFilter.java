package org.grokscope.workbench.runs;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.grokscope.measure.Milestone;
import org.grokscope.run.RunConfiguration;
import org.grokscope.run.RunHistory;
import org.grokscope.run.RunState;

/**
 * What a person types to find runs: words that occur in a run's name or state, and comparisons such as {@code p=97},
 * {@code λ>1}, {@code seed=42}, {@code blocks<2} or {@code grokked<4000}. All of them must hold. {@code grokked} alone
 * keeps the runs that have.
 */
public final class RunFilter implements Predicate<RunHistory> {
    private static final Pattern COMPARISON = Pattern
            .compile("(p|\u03bb|lambda|decay|seed|blocks|step|grokked)([<>=])(-?[0-9.,]*[0-9])");

    private final List<Predicate<RunHistory>> parts;

    private RunFilter(List<Predicate<RunHistory>> parts) {
        this.parts = parts;
    }

    /** Reads what was typed; nothing typed keeps every run. */
    public static RunFilter of(String typed) {
        return new RunFilter(Stream.of(typed.toLowerCase(Locale.ROOT).split("\\s+")).filter(word -> !word.isEmpty())
                .map(RunFilter::part).toList());
    }

    @Override
    public boolean test(RunHistory run) {
        return parts.stream().allMatch(part -> part.test(run));
    }

    private static Predicate<RunHistory> part(String word) {
        Matcher comparison = COMPARISON.matcher(word);
        if (comparison.matches()) {
            try {
                double bound = Double.parseDouble(comparison.group(3).replace(",", ""));
                return run -> holds(value(run, comparison.group(1)), comparison.group(2), bound);
            } catch (NumberFormatException notANumber) {
                return run -> words(run).contains(word);
            }
        }
        return run -> words(run).contains(word);
    }

    private static boolean holds(OptionalDouble value, String sign, double bound) {
        return value.isPresent() && switch (sign) {
            case "<" -> value.getAsDouble() < bound;
            case ">" -> value.getAsDouble() > bound;
            default -> value.getAsDouble() == bound;
        };
    }

    private static OptionalDouble value(RunHistory run, String key) {
        RunConfiguration configuration = run.head().configuration();
        return switch (key) {
            case "p" -> OptionalDouble.of(configuration.task().p());
            case "\u03bb", "lambda", "decay" -> OptionalDouble.of(configuration.optimizer().weightDecay());
            case "seed" -> OptionalDouble.of(configuration.seeds().seed());
            case "blocks" -> OptionalDouble.of(configuration.model().blocks());
            case "step" -> OptionalDouble.of(run.lastStep());
            case "grokked" -> run.milestones().step(Milestone.GROKKED).stream().asDoubleStream().findFirst();
            default -> OptionalDouble.empty();
        };
    }

    private static String words(RunHistory run) {
        RunConfiguration configuration = run.head().configuration();
        String grokked = run.milestones().step(Milestone.GROKKED).isPresent() ? " grokked" : "";
        String live = run.state() == RunState.TRAINING ? " live" : "";
        return (run.head().name() + " " + run.head().id() + " " + run.state().label() + " "
                + configuration.task().operation().label() + " " + configuration.model().kind().label() + grokked
                + live).toLowerCase(Locale.ROOT);
    }
}
