package org.grokscope.workbench.runs;

import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.grokscope.measure.Measure;
import org.grokscope.measure.Milestone;
import org.grokscope.run.RunHistory;
import org.grokscope.text.NumberText;

/** What the list of runs can tell of a run. */
public enum RunColumn {
    /** What it is called. */
    NAME("run", "Name", 190, run -> run.head().name(), RunHistory::lastStep) {
        @Override
        Comparator<RunHistory> ascending() {
            return Comparator.comparing((RunHistory run) -> run.head().name(), String.CASE_INSENSITIVE_ORDER);
        }
    },
    /** The modulus. */
    P("p", "Modulus p", 46, run -> Integer.toString(run.head().configuration().task().p()),
            run -> run.head().configuration().task().p()),
    /** What is done modulo p. */
    OPERATION("operation", "Operation", 76, run -> run.head().configuration().task().operation().label(),
            run -> run.head().configuration().task().operation().ordinal()),
    /** What the network is made of. */
    KIND("kind", "Kind of network", 96, run -> run.head().configuration().model().kind().label(),
            run -> run.head().configuration().model().kind().ordinal()),
    /** Blocks of the network. */
    BLOCKS("blocks", "Blocks of the network", 56,
            run -> Integer.toString(run.head().configuration().model().blocks()),
            run -> run.head().configuration().model().blocks()),
    /** The seed of weights and split. */
    SEED("seed", "Seed of weights and split", 56,
            run -> Long.toString(run.head().configuration().seeds().seed()),
            run -> run.head().configuration().seeds().seed()),
    /** λ of the next update. */
    WEIGHT_DECAY("\u03bb", "Weight decay \u03bb as it stands", 38,
            run -> NumberText.setting(run.weightDecayAfter(run.lastStep())),
            run -> run.weightDecayAfter(run.lastStep())),
    /** How far it is. */
    STEP("step", "Step of the last evaluation", 64, run -> NumberText.count(run.lastStep()), RunHistory::lastStep),
    /** Where it stands. */
    STATE("state", "State", 84, run -> run.state().label(), run -> run.state().ordinal()),
    /** When it memorised. */
    MEMORISED("memorised", "Step at which it memorised", 82, Milestone.MEMORISED),
    /** When it reached its FSD ceiling. */
    CEILING("ceiling", "Step at which the FSD reached its ceiling", 66, Milestone.CEILING),
    /** When it grokked. */
    GROKKED("grokked", "Step at which it grokked", 76, Milestone.GROKKED),
    /** How long before grokking the ceiling was reached. */
    LEAD("lead", "Grokked minus FSD ceiling, in steps", 66,
            run -> text(run.milestones().lead(), NumberText::signed), run -> number(run.milestones().lead())),
    /** How well it does in the end. */
    ACCURACY("validation", "Validation accuracy at the last evaluation", 80,
            run -> NumberText.percent(accuracy(run)), RunColumn::accuracy),
    /** When it was made. */
    CREATED("created", "When it was made", 122, run -> Times.SHORT.format(run.head().created()),
            run -> run.head().created().toEpochMilli()),
    /** Words that people gave it. */
    TAGS("tags", "Tags", 96, run -> String.join(" ", run.notes().tags()), RunHistory::lastStep) {
        @Override
        Comparator<RunHistory> ascending() {
            return Comparator.comparing(run -> String.join(" ", run.notes().tags()));
        }
    },
    /** Where it lies. */
    FOLDER("folder", "Folder, if it is not the one that new runs go to", 110, RunColumn::folder,
            RunHistory::lastStep) {
        @Override
        Comparator<RunHistory> ascending() {
            return Comparator.comparing(RunColumn::folder);
        }
    };

    /** The usual ones. */
    public static final List<RunColumn> USUAL = List.of(NAME, WEIGHT_DECAY, GROKKED);

    /** Made once and for all, when they are first wanted. */
    private static final class Times {
        static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT)
                .withZone(ZoneId.systemDefault());
    }

    /** A number to sort by; NaN stands at the end. */
    private interface SortKey {
        double of(RunHistory run);
    }

    private final String title;
    private final String meaning;
    private final double width;
    private final Function<RunHistory, String> text;
    private final SortKey sortKey;

    RunColumn(String title, String meaning, double width, Function<RunHistory, String> text, SortKey sortKey) {
        this.title = title;
        this.meaning = meaning;
        this.width = width;
        this.text = text;
        this.sortKey = sortKey;
    }

    RunColumn(String title, String meaning, double width, Milestone milestone) {
        this(title, meaning, width, run -> text(run.milestones().step(milestone), NumberText::count),
                run -> number(run.milestones().step(milestone)));
    }

    /** Returns the word above the column. */
    public String title() {
        return title;
    }

    /** Returns what the column says, in a few words. */
    String meaning() {
        return meaning;
    }

    /** Returns the usual width, in pixels. */
    double width() {
        return width;
    }

    /** Returns what the column says of a run. */
    String text(RunHistory run) {
        return text.apply(run);
    }

    /** Returns whether its cells are numbers, which stand flush right. */
    boolean numeric() {
        return switch (this) {
            case NAME, OPERATION, KIND, STATE, CREATED, TAGS, FOLDER -> false;
            default -> true;
        };
    }

    /** Returns the column's order, the least first; runs without a value come last either way. */
    Comparator<RunHistory> order(boolean descending) {
        Comparator<RunHistory> order = ascending();
        return Comparator.comparing((RunHistory run) -> Double.isNaN(sortKey.of(run)))
                .thenComparing(descending ? order.reversed() : order);
    }

    Comparator<RunHistory> ascending() {
        return Comparator.comparingDouble(sortKey::of);
    }

    /** Returns the column of this title, if there is one. */
    public static Optional<RunColumn> of(String title) {
        return Arrays.stream(values()).filter(column -> column.title.equals(title)).findFirst();
    }

    private static double accuracy(RunHistory run) {
        return run.evaluations().isEmpty()
                ? Double.NaN
                : run.evaluations().getLast().value(Measure.VALIDATION_ACCURACY);
    }

    private static String folder(RunHistory run) {
        Path folder = Path.of(run.head().id()).getParent();
        return folder == null ? "" : folder.getFileName().toString();
    }

    private static String text(OptionalInt step, Function<Integer, String> text) {
        return step.isPresent() ? text.apply(step.getAsInt()) : NumberText.NONE;
    }

    private static double number(OptionalInt step) {
        return step.isPresent() ? step.getAsInt() : Double.NaN;
    }
}
