package org.grokscope.workbench.runs;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.grokscope.run.RunHistory;

/**
 * What a person types to find runs: comparisons such as {@code p=97}, {@code λ>1} or {@code grokked<4000}, words such as
 * {@code kind:mlp-only} or {@code tag:paper}, flags such as {@code grokked} and {@code starred}, and anything else as
 * part of a run's name or state. All of them must hold; a minus before one asks for those of which it does not hold; with
 * {@code or}, brackets and quotes ({@link FilterReader}). What makes no sense is left out and said.
 */
public final class RunFilter implements Predicate<RunHistory> {
    private static final Pattern PART = Pattern
            .compile("(\\p{L}[\\p{L}\\p{N}-]*)(<=|>=|!=|[<>=:\u2264\u2265\u2260])(.*)");

    private Predicate<RunHistory> wanted = _ -> true;
    private String problem = "";

    private RunFilter() {}

    /** Reads what was typed; nothing typed keeps every run. */
    public static RunFilter of(String typed) {
        RunFilter filter = new RunFilter();
        FilterReader.read(typed.toLowerCase(Locale.ROOT), filter::part).ifPresent(read -> filter.wanted = read);
        return filter;
    }

    /** Returns what was not understood, in a sentence; empty when all was. */
    public String problem() {
        return problem;
    }

    @Override
    public boolean test(RunHistory run) {
        return wanted.test(run);
    }

    private Optional<Predicate<RunHistory>> part(FilterReader.Word typed) {
        String word = typed.text();
        if (word.isEmpty()) {
            return Optional.empty();
        }
        Matcher part = PART.matcher(word);
        if (typed.literal()) {
            return Optional.of(run -> words(run).contains(word));
        }
        if (!part.matches()) {
            return Optional.of(FilterFlag.of(word).map(flag -> (Predicate<RunHistory>) flag::holds)
                    .orElse(run -> words(run).contains(word)));
        }
        String key = part.group(1);
        String sign = part.group(2);
        String value = part.group(3);
        if (FilterKey.of(key).isPresent()) {
            return comparison(FilterKey.of(key).orElseThrow(), sign, value);
        }
        Optional<FilterWord> asked = FilterWord.of(key);
        if (asked.isEmpty()) {
            return problem("Unknown filter '" + key + "'. Try p, \u03bb, seed, kind:, tag:");
        }
        if (value.isEmpty()) {
            return problem(asked.get().word() + ": needs a word after it, as in " + asked.get().word() + ":"
                    + asked.get().example() + ".");
        }
        return switch (sign) {
            case ":", "=" -> Optional.of(run -> asked.get().holds(run, value));
            case "!=", "\u2260" -> Optional.of(run -> !asked.get().holds(run, value));
            default -> problem(asked.get().word() + " has no order. Write " + key + ":" + value + ".");
        };
    }

    private Optional<Predicate<RunHistory>> comparison(FilterKey key, String sign, String value) {
        double bound;
        try {
            bound = Double.parseDouble(value.replace(",", "").replaceFirst("%$", ""));
        } catch (NumberFormatException notANumber) {
            return problem(value.isEmpty()
                    ? key.word() + sign + " needs a number after it, as in " + key.word() + sign + key.example() + "."
                    : "'" + value + "' is not a number that " + key.word() + " could be.");
        }
        return Optional.of(run -> holds(key.of(run), sign, bound));
    }

    private Optional<Predicate<RunHistory>> problem(String sentence) {
        problem = sentence;
        return Optional.empty();
    }

    private static boolean holds(OptionalDouble value, String sign, double bound) {
        return value.isPresent() && switch (sign) {
            case "<" -> value.getAsDouble() < bound;
            case ">" -> value.getAsDouble() > bound;
            case "<=", "\u2264" -> value.getAsDouble() <= bound;
            case ">=", "\u2265" -> value.getAsDouble() >= bound;
            case "!=", "\u2260" -> value.getAsDouble() != bound;
            default -> value.getAsDouble() == bound;
        };
    }

    private static String words(RunHistory run) {
        return (run.head().name() + " " + run.head().id() + " " + run.state().label() + " "
                + run.head().configuration().task().operation().label() + " "
                + run.head().configuration().model().kind().label() + " " + String.join(" ", run.notes().tags()))
                .toLowerCase(Locale.ROOT);
    }
}
