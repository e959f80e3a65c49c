package org.grokscope.workbench.runs;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.grokscope.measure.Measure;
import org.grokscope.measure.Milestone;
import org.grokscope.run.RunHistory;
import org.grokscope.settings.RunConfiguration;
import org.grokscope.settings.Setting;
import org.grokscope.settings.SettingType;
import org.grokscope.settings.Settings;
import org.grokscope.text.NumberText;

/**
 * A number of a run that a filter can compare: every setting that is one, and what became of the run.
 *
 * @param words that stand for it, the usual one first
 * @param sign that people mostly put behind it
 * @param example of a number to compare it with
 * @param chosen whether people chose it, so that few values occur
 * @param value the run's, if it has one
 */
record FilterKey(List<String> words, String sign, String example, boolean chosen,
        Function<RunHistory, OptionalDouble> value) {
    /** More different values are no help to choose from. */
    private static final int MOST_VALUES = 24;

    private static final List<FilterKey> ALL = Stream.of(
            Settings.offered().stream().flatMap(setting -> chosen(setting).stream()),
            Stream.of(outcome("step", ">", "1000", run -> OptionalDouble.of(run.reached())),
                    outcome("memorised", "<", "1000", run -> step(run.milestones().step(Milestone.MEMORISED))),
                    outcome("ceiling", "<", "1000", run -> step(run.milestones().step(Milestone.CEILING))),
                    outcome("grokked", "<", "1000", run -> step(run.milestones().step(Milestone.GROKKED))),
                    outcome("lead", ">", "1000", run -> step(run.milestones().lead()))),
            Measure.curves().stream().map(FilterKey::measured)).flatMap(keys -> keys).toList();

    /** Returns every key there is. */
    static List<FilterKey> all() {
        return ALL;
    }

    /** Returns the key that a person means by a word. */
    static Optional<FilterKey> of(String word) {
        return ALL.stream().filter(key -> key.words.contains(word)).findFirst();
    }

    /** Returns the word that stands for it. */
    String word() {
        return words.getFirst();
    }

    /** Returns the run's value, if it has one. */
    OptionalDouble of(RunHistory run) {
        return value.apply(run);
    }

    /** Returns what to propose after the sign: the values that occur, where they are few. */
    Stream<String> occurring(List<RunHistory> runs) {
        TreeSet<Double> values = new TreeSet<>();
        runs.forEach(run -> of(run).ifPresent(values::add));
        return chosen ? values.stream().limit(MOST_VALUES).map(NumberText::setting) : Stream.of();
    }

    private static Optional<FilterKey> chosen(Setting<?> setting) {
        return switch (setting.type()) {
            case SettingType.Whole _,SettingType.Batch _,SettingType.Seed _,SettingType.Real _ ->
                Optional.of(new FilterKey(
                        setting.words(), setting.type() instanceof SettingType.Real ? ">" : "=",
                        setting.text(RunConfiguration.PAPER), true,
                        run -> run.head().knows(setting)
                                ? number(setting.of(run.head().configuration()))
                                : OptionalDouble.empty()));
            case SettingType.OneOf<?> _,SettingType.Changes _,SettingType.Written<?> _ ->
                Optional.empty();
        };
    }

    /** What was measured last, shares in per cent. */
    private static FilterKey measured(Measure measure) {
        boolean share = measure.scale() == Measure.Scale.SHARE;
        List<String> words = measure == Measure.VALIDATION_ACCURACY
                ? List.of("validation", measure.key())
                : List.of(measure.key());
        return new FilterKey(words, measure.direction() == Measure.Direction.FALLS ? "<" : ">", share ? "95" : "0.5",
                false, run -> last(run, measure, share ? 100 : 1));
    }

    private static OptionalDouble last(RunHistory run, Measure measure, double times) {
        double value = run.evaluations().isEmpty() ? Double.NaN : run.evaluations().getLast().value(measure);
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(times * value);
    }

    private static OptionalDouble number(Object value) {
        return OptionalDouble.of(((Number) value).doubleValue());
    }

    private static FilterKey outcome(String word, String sign, String example,
            Function<RunHistory, OptionalDouble> value) {
        return new FilterKey(List.of(word), sign, example, false, value);
    }

    private static OptionalDouble step(OptionalInt step) {
        return step.isPresent() ? OptionalDouble.of(step.getAsInt()) : OptionalDouble.empty();
    }
}
