package org.grokscope.workbench.runs;

import java.util.Arrays;
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
import org.grokscope.text.NumberText;

/** A number of a run that a filter can compare. */
enum FilterKey {
    /** The modulus. */
    P(List.of("p"), run -> OptionalDouble.of(run.head().configuration().task().p())),
    /** λ as it was chosen. */
    WEIGHT_DECAY(List.of("\u03bb", "lambda", "decay"),
            run -> OptionalDouble.of(run.head().configuration().optimizer().weightDecay())),
    /** The seed of weights and split. */
    SEED(List.of("seed"), run -> OptionalDouble.of(run.head().configuration().seeds().seed())),
    /** Blocks of the network. */
    BLOCKS(List.of("blocks"), run -> OptionalDouble.of(run.head().configuration().model().blocks())),
    /** The last step there is. */
    STEP(List.of("step"), run -> OptionalDouble.of(run.lastStep())),
    /** The step of memorising. */
    MEMORISED(List.of("memorised"), run -> step(run.milestones().step(Milestone.MEMORISED))),
    /** The step of the FSD ceiling. */
    CEILING(List.of("ceiling"), run -> step(run.milestones().step(Milestone.CEILING))),
    /** The step of grokking. */
    GROKKED(List.of("grokked"), run -> step(run.milestones().step(Milestone.GROKKED))),
    /** Grokked minus ceiling, in steps. */
    LEAD(List.of("lead"), run -> step(run.milestones().lead())),
    /** The last validation accuracy, in per cent. */
    ACCURACY(List.of("validation"), run -> run.evaluations().isEmpty()
            ? OptionalDouble.empty()
            : OptionalDouble.of(100 * run.evaluations().getLast().value(Measure.VALIDATION_ACCURACY)));

    /** More different values are no help to choose from. */
    private static final int MOST_VALUES = 24;

    private final List<String> words;
    private final Function<RunHistory, OptionalDouble> value;

    FilterKey(List<String> words, Function<RunHistory, OptionalDouble> value) {
        this.words = words;
        this.value = value;
    }

    /** Returns the key that a person means by a word. */
    static Optional<FilterKey> of(String word) {
        return Arrays.stream(values()).filter(key -> key.words.contains(word)).findFirst();
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
        return switch (this) {
            case P, WEIGHT_DECAY, SEED, BLOCKS -> values.stream().limit(MOST_VALUES).map(NumberText::setting);
            default -> Stream.of();
        };
    }

    private static OptionalDouble step(OptionalInt step) {
        return step.isPresent() ? OptionalDouble.of(step.getAsInt()) : OptionalDouble.empty();
    }
}
