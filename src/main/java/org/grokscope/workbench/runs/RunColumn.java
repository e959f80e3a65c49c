package org.grokscope.workbench.runs;

import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.grokscope.measure.Measure;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.grokscope.measure.Milestone;
import org.grokscope.run.RunHistory;
import org.grokscope.settings.RunConfiguration;
import org.grokscope.settings.Setting;
import org.grokscope.settings.Setting.Trait;
import org.grokscope.settings.SettingType;
import org.grokscope.settings.Settings;
import org.grokscope.text.NumberText;

/**
 * What the list of runs can tell of a run: every setting, and what became of it.
 *
 * @param title the word above the column, which no other has
 * @param meaning what the column says, in a few words
 * @param width the usual width, in pixels
 * @param numeric whether its cells are numbers, which stand flush right
 * @param text what the column says of a run
 * @param ascending the least first
 * @param known whether there is something to sort a run by; where not, it comes last
 */
public record RunColumn(String title, String meaning, double width, boolean numeric, Function<RunHistory, String> text,
        Comparator<RunHistory> ascending, Predicate<RunHistory> known) {
    /** What it is called. */
    static final RunColumn NAME = words("run", "Name", 190, run -> run.head().name(), String.CASE_INSENSITIVE_ORDER);
    /** λ of the next update. */
    static final RunColumn WEIGHT_DECAY = number("\u03bb", "Weight decay \u03bb as it stands", 38,
            run -> run.head().knows(Settings.WEIGHT_DECAY)
                    ? NumberText.setting(run.weightDecayAfter(run.lastStep()))
                    : NumberText.NONE,
            run -> run.head().knows(Settings.WEIGHT_DECAY) ? run.weightDecayAfter(run.lastStep()) : Double.NaN);
    /** Where it stands. */
    static final RunColumn STATE = words("state", "State", 84, run -> run.state().label(),
            run -> run.state().ordinal());
    /** When it grokked. */
    static final RunColumn GROKKED = milestone("grokked", "Step at which it grokked", 76, Milestone.GROKKED);
    /** When it was made. */
    static final RunColumn CREATED = words("created", "When it was made", 122,
            run -> Times.SHORT.format(run.head().created()), run -> run.head().created().toEpochMilli());

    /** The usual ones. */
    public static final List<RunColumn> USUAL = List.of(NAME, WEIGHT_DECAY, GROKKED);

    private static final List<RunColumn> FURTHER_SETTINGS = settings(false).toList();
    private static final List<RunColumn> MEASURES = Measure.curves().stream()
            .filter(measure -> measure != Measure.VALIDATION_ACCURACY).map(measure -> of(measure.words(), measure))
            .toList();
    private static final List<RunColumn> ALL = Stream.of(Stream.of(NAME), settings(true), Stream.of(
            number("step", "The last step", 64, run -> NumberText.count(run.reached()), RunHistory::reached),
            STATE, milestone("memorised", "Step at which it memorised", 82, Milestone.MEMORISED),
            milestone("ceiling", "Step at which the FSD reached its ceiling", 66, Milestone.CEILING), GROKKED,
            number("lead", "Grokked minus FSD ceiling, in steps", 66,
                    run -> text(run, run.milestones().lead(), NumberText::signed),
                    run -> number(run.milestones().lead())),
            of("validation", Measure.VALIDATION_ACCURACY),
            CREATED,
            words("tags", "Tags", 96, run -> String.join(" ", run.notes().tags()), Comparator.naturalOrder()),
            words("folder", "Folder, if it is not the one that new runs go to", 110, RunColumn::folder,
                    Comparator.naturalOrder())),
            FURTHER_SETTINGS.stream(), MEASURES.stream())
            .flatMap(each -> each).toList();

    /** Made once and for all, when they are first wanted. */
    private static final class Times {
        static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT)
                .withZone(ZoneId.systemDefault());
    }

    /** Returns every column there is. */
    static List<RunColumn> all() {
        return ALL;
    }

    /** Returns those of settings that are seldom asked for. */
    static List<RunColumn> furtherSettings() {
        return FURTHER_SETTINGS;
    }

    /** Returns those of what was measured last. */
    static List<RunColumn> measures() {
        return MEASURES;
    }

    /** Returns the column of this title, if there is one. */
    public static Optional<RunColumn> of(String title) {
        return ALL.stream().filter(column -> column.title.equals(title)).findFirst();
    }

    /** Returns the column's order, the least first; runs without a value come last either way. */
    Comparator<RunHistory> order(boolean descending) {
        return Comparator.comparing((RunHistory run) -> !known.test(run))
                .thenComparing(descending ? ascending.reversed() : ascending);
    }

    private static Stream<RunColumn> settings(boolean foremost) {
        return Settings.offered().stream().filter(setting -> setting.is(Trait.FOREMOST) == foremost)
                .map(setting -> setting.equals(Settings.WEIGHT_DECAY) ? WEIGHT_DECAY : of(setting));
    }

    private static <T> RunColumn of(Setting<T> setting) {
        Function<RunHistory, RunConfiguration> configuration = run -> run.head().configuration();
        Function<RunHistory, String> text = run -> run.head().knows(setting)
                ? setting.said(run.head().configuration())
                : NumberText.NONE;
        double width = Math.max(46, 24 + 6.5 * setting.symbol().length());
        String meaning = setting.label() + ": " + setting.help();
        Function<RunHistory, T> value = configuration.andThen(setting::of);
        return switch (setting.type()) {
            case SettingType.OneOf<?> _ -> words(setting.symbol(), meaning, Math.max(width, 76), text,
                    run -> ((Enum<?>) value.apply(run)).ordinal());
            case SettingType.Changes _,SettingType.Written<?> _ ->
                words(setting.symbol(), meaning, 110, text, Comparator.naturalOrder());
            case SettingType.Whole _,SettingType.Batch _,SettingType.Real _,SettingType.Seed _ ->
                number(setting.symbol(), meaning, width,
                        text,
                        run -> run.head().knows(setting) ? ((Number) value.apply(run)).doubleValue() : Double.NaN);
        };
    }

    private static RunColumn milestone(String title, String meaning, double width, Milestone milestone) {
        return number(title, meaning, width, run -> text(run, run.milestones().step(milestone), NumberText::count),
                run -> number(run.milestones().step(milestone)));
    }

    private static RunColumn number(String title, String meaning, double width, Function<RunHistory, String> text,
            ToDoubleFunction<RunHistory> number) {
        return new RunColumn(title, meaning, width, true, text, Comparator.comparingDouble(number),
                run -> !Double.isNaN(number.applyAsDouble(run)));
    }

    private static RunColumn words(String title, String meaning, double width, Function<RunHistory, String> text,
            ToDoubleFunction<RunHistory> place) {
        return new RunColumn(title, meaning, width, false, text, Comparator.comparingDouble(place), _ -> true);
    }

    private static RunColumn words(String title, String meaning, double width, Function<RunHistory, String> text,
            Comparator<String> order) {
        return new RunColumn(title, meaning, width, false, text, Comparator.comparing(text, order), _ -> true);
    }

    private static RunColumn of(String title, Measure measure) {
        return number(title, measure.title() + " at the last evaluation", 80, run -> measure.text(last(run, measure)),
                run -> last(run, measure));
    }

    private static double last(RunHistory run, Measure measure) {
        return run.evaluations().isEmpty() ? Double.NaN : run.evaluations().getLast().value(measure);
    }

    private static String folder(RunHistory run) {
        Path folder = Path.of(run.head().id()).getParent();
        return folder == null ? "" : folder.getFileName().toString();
    }

    private static String text(RunHistory run, OptionalInt step, Function<Integer, String> text) {
        String none = run.milestonesKnown() ? NumberText.NONE : NumberText.NOT_READ;
        return step.isPresent() ? text.apply(step.getAsInt()) : none;
    }

    private static double number(OptionalInt step) {
        return step.isPresent() ? step.getAsInt() : Double.NaN;
    }
}
