package org.grokscope.measure;

import org.grokscope.text.FirstLetter;
import static org.grokscope.measure.MeasureRow.row;
import static org.grokscope.measure.MeasureRow.top;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The numbers of an evaluation, one row each: how a number is called and written, in which chart it stands, what it means,
 * and how far it may move when it is measured again. Log, {@code verify}, tables, charts, inspector, filter and command line
 * go through this table; it is the one place where a measure is made known.
 */
public enum Measure {
    /** Mean cross-entropy over the training pairs. */
    TRAIN_LOSS(row("trainLoss", "Train loss").says("Mean cross-entropy over all training pairs.").section("4")
            .unit("nats").scale(Scale.LOG).falls().format(NumberFormat.LOSS).in(Panel.LOSS, "train")
            .agrees(Tolerance::loss)),
    /** Share of right answers on the training pairs. */
    TRAIN_ACCURACY(row("trainAccuracy", "Train accuracy").says("Share of training pairs answered right.").section("4")
            .scale(Scale.SHARE).rises().format(NumberFormat.PERCENT).in(Panel.ACCURACY, "train")
            .agrees((tolerance, again) -> tolerance.trainingPairs(2))),
    /** Mean cross-entropy over the validation pairs. */
    VALIDATION_LOSS(row("validationLoss", "Validation loss").says("Mean cross-entropy over all validation pairs.")
            .section("4").unit("nats").scale(Scale.LOG).falls().format(NumberFormat.LOSS)
            .in(Panel.LOSS, "validation").agrees(Tolerance::loss)),
    /** Share of right answers on the validation pairs. */
    VALIDATION_ACCURACY(row("validationAccuracy", "Validation accuracy")
            .says("Share of validation pairs answered right; the network never trains on them.").section("4")
            .scale(Scale.SHARE).rises().format(NumberFormat.PERCENT).in(Panel.ACCURACY, "validation")
            .agrees((tolerance, again) -> tolerance.validationPairs(2))),
    /** Frequency Synchronization Degree for K = 1. */
    FSD(row("fsd", "FSD").title("Frequency synchronization degree (FSD)").symbol("FSD")
            .says("How many neurons have settled on one Fourier frequency or irrep, less what chance gives: 0 is none, 1 is all.")
            .section("4").scale(Scale.DEGREE).rises().format(NumberFormat.DEGREE).in(Panel.FSD, "FSD")
            .agrees((tolerance, again) -> tolerance.degree(1, 1))),
    /** The frequency that most neurons have settled on. */
    PEAK_FREQUENCY(row("peakFrequency", "Peak frequency").symbol("k")
            .says("The frequency that most neurons have as their strongest.").section("4")
            .format(NumberFormat.FREQUENCY).beside(Panel.FSD)),
    /** 95% point of the FSD under the null hypothesis. */
    FSD_NULL_95(row("fsdNull95", "Null band").title("95% point of the FSD by chance")
            .says("95% of networks whose answers are relabelled at random have an FSD at or below it.").section("4")
            .scale(Scale.DEGREE).format(NumberFormat.DEGREE).beside(Panel.FSD).since("0.1.0")
            .agrees((tolerance, again) -> tolerance.degree(1, 2))),
    /** FSD for K = 2. */
    FSD_TOP_2(top(2)),
    /** FSD for K = 3. */
    FSD_TOP_3(top(3)),
    /** FSD for K = 5. */
    FSD_TOP_5(top(5)),
    /** FSD along the discrete logarithm of the answer; of multiplication and division alone. */
    FSD_OWN_BASIS(row("fsdOwnBasis", "FSD, own basis").title("FSD in the operation's own basis")
            .says("FSD of the answers in the order g\u2070, g\u00b9, g\u00b2, \u2026 of a primitive root, in which multiplication "
                    + "is addition; of other operations there is none.")
            .section("4").scale(Scale.DEGREE).rises().format(NumberFormat.DEGREE)
            .in(Panel.FSD_OWN_BASIS, "FSD, own basis").since("0.1.0")
            .agrees((tolerance, again) -> tolerance.degree(1, 1))),
    /** FSD of a group's elements as if they were numbers; of other tasks none. */
    FSD_CYCLIC_ORDER(row("fsdCyclicOrder", "FSD, cyclic order").title("FSD in cyclic order")
            .says("FSD of a group's elements as if their numbers were those of a cycle: a control of the FSD on its irreps.")
            .section("4").scale(Scale.DEGREE).format(NumberFormat.DEGREE).beside(Panel.FSD).since("0.1.0").seldom()
            .agrees((tolerance, again) -> tolerance.degree(1, 1))),
    /** Median Fourier rank of the active neurons. */
    RANK(row("medianRank", "Median rank").title("Median Fourier rank")
            .says("The fewest frequencies that hold 90% of a neuron's power, the median over neurons.").section("4")
            .falls().format(NumberFormat.RANK).in(Panel.RANK, "Median rank").agrees((tolerance, again) -> 1)),
    /** Share of active neurons of Fourier rank 1. */
    RANK_ONE_SHARE(row("rankOneShare", "Rank-1 share").title("Share of neurons of Fourier rank 1")
            .says("Share of the active neurons that put 90% of their power on one frequency.").section("4")
            .scale(Scale.SHARE).rises().format(NumberFormat.PERCENT).in(Panel.RANK_ONE_SHARE, "Rank-1 share")
            .agrees((tolerance, again) -> tolerance.neurons(2))),
    /** Loss over all pairs with the key frequencies alone. */
    RESTRICTED_LOSS(row("restrictedLoss", "Restricted loss")
            .says("Loss over all pairs when the last hidden layer keeps its key frequencies alone; an analogue of "
                    + "Nanda's, which acts on the logits.")
            .section("4").unit("nats").note("(hidden layer)").scale(Scale.LOG).falls().format(NumberFormat.LOSS)
            .in(Panel.KEY_FREQUENCY_LOSS, "restricted").since("0.1.0").agrees(Tolerance::keyFrequencyLoss)),
    /** Loss over the training pairs without the key frequencies. */
    EXCLUDED_LOSS(row("excludedLoss", "Excluded loss")
            .says("Loss over the training pairs when the last hidden layer loses its key frequencies; an analogue of "
                    + "Nanda's, which acts on the logits.")
            .section("4").unit("nats").note("(hidden layer)").scale(Scale.LOG).rises().format(NumberFormat.LOSS)
            .in(Panel.KEY_FREQUENCY_LOSS, "excluded").since("0.1.0").agrees(Tolerance::keyFrequencyLoss)),
    /** In how many directions the vectors that enter the head spread. */
    SPECTRAL_ENTROPY(row("spectralEntropy", "Spectral entropy")
            .says("In how many directions the vectors that enter the head spread: 0 is one, 1 is all alike.")
            .section("4b").scale(Scale.DEGREE).falls().format(NumberFormat.DEGREE)
            .in(Panel.SPECTRAL_ENTROPY, "Spectral entropy").since("0.1.0").agrees(Tolerance::geometry)),
    /** How far the answers lie apart, over how far a vector lies from its own answer's centre. */
    ILDR(row("ildr", "ILDR").title("Distance between answers over distance within (ILDR)").symbol("ILDR")
            .says("How far apart the vectors that enter the head lie for different answers, over how far for the same; "
                    + "validation pairs, squared distances.")
            .section("4b").scale(Scale.LOG).rises().format(NumberFormat.RATIO).in(Panel.ILDR, "ILDR").since("0.1.0")
            .agrees(Tolerance::geometry)),
    /** How differently a pair and its twin are answered. */
    SYMMETRY_VIOLATION(row("symmetryViolation", "Symmetry violation")
            .says("How differently the network answers a pair and its twin, which must have the same answer.")
            .section("4b").unit("nats").scale(Scale.LOG).falls().format(NumberFormat.LOSS)
            .in(Panel.SYMMETRY_VIOLATION, "Symmetry violation").since("0.1.0").agrees(Tolerance::geometry)),
    /** How unevenly the embedding's power is shared among frequencies. */
    EMBEDDING_GINI(row("embeddingGini", "Embedding Gini").title("Gini coefficient of the embedding power")
            .says("How unevenly the embedding's power is shared among the frequencies: 0 is evenly, near 1 is all on one.")
            .section("4b").scale(Scale.DEGREE).rises().format(NumberFormat.DEGREE)
            .in(Panel.EMBEDDING_GINI, "Embedding Gini").since("0.1.0").agrees((tolerance, again) -> 1e-3)),
    /** By how much the right answer's logit exceeds the best other one. */
    VALIDATION_MARGIN(row("validationMargin", "Validation margin").title("Median margin on the validation pairs")
            .says("By how much the right answer's logit exceeds the greatest other one; the median over validation pairs.")
            .section("4b").unit("logits").scale(Scale.SIGNED).rises().format(NumberFormat.RATIO)
            .in(Panel.VALIDATION_MARGIN, "Validation margin").since("0.1.0").agrees(Tolerance::geometry)),
    /** How much the order of two batches matters. */
    COMMUTATOR_DEFECT(row("commutatorDefect", "Commutator defect")
            .says("How much the order of two gradient steps matters; measured only where a run's settings ask for it.")
            .section("4b").scale(Scale.LOG).rises().format(NumberFormat.RATIO)
            .in(Panel.COMMUTATOR_DEFECT, "Commutator defect").since("0.1.0")
            .agrees((tolerance, again) -> 0.05 * again)),
    /** Frobenius norm of all parameters. */
    WEIGHT_NORM(row("weightNorm", "Weight norm").symbol("\u2016W\u2016").says("Frobenius norm of all parameters.")
            .section("4").falls().format(NumberFormat.NORM).in(Panel.WEIGHT_NORM, "Weight norm")
            .agrees(Tolerance::norm)),
    /** λ of the next update. */
    WEIGHT_DECAY(row("weightDecay", "Weight decay \u03bb").symbol("\u03bb")
            .says("How strongly each update pulls every weight towards 0, as it stands for the next update.")
            .section("3")
            .format(NumberFormat.SETTING)),
    /** Speed since the evaluation before. */
    STEPS_PER_SECOND(row("stepsPerSecond", "Speed").says("Gradient steps a second since the evaluation before.")
            .section("3").unit("steps/s").format(NumberFormat.SPEED).timing());

    /** How a measure is laid out on its axis. */
    public enum Scale {
        /** 0 to 100%. */
        SHARE,
        /** 0 to 1, and a little below where it must be. */
        DEGREE,
        /** From 0. */
        AMOUNT,
        /** On both sides of 0. */
        SIGNED,
        /** Powers of ten. */
        LOG
    }

    /** Where a measure goes while a network learns. */
    public enum Direction {
        /** Upwards. */
        RISES,
        /** Downwards. */
        FALLS,
        /** Neither is better. */
        EITHER
    }

    private final MeasureRow row;

    Measure(MeasureRow row) {
        this.row = row;
    }

    /** Returns the measures that are drawn as curves. */
    public static List<Measure> curves() {
        return Arrays.stream(values()).filter(Measure::curve).toList();
    }

    /** Returns the measures of a panel, in its order. */
    public static List<Measure> of(Panel panel) {
        return Arrays.stream(values()).filter(measure -> measure.row.panel == panel).toList();
    }

    /** Finds a measure by its key in files or its name on the command line. */
    public static Optional<Measure> of(String word) {
        return Arrays.stream(values()).filter(it -> it.key().equals(word) || it.option().equals(word)).findFirst();
    }

    /** Returns the key in metrics.jsonl and in tables. */
    public String key() {
        return row.key;
    }

    /** Returns the name on the command line, for example {@code validation-accuracy}. */
    public String option() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns what people call it, in few words. */
    public String title() {
        return row.name;
    }

    /** Returns what people call it within a sentence or a list, for example {@code train loss}. */
    public String words() {
        return FirstLetter.small(row.name);
    }

    /** Returns what it is, in a sentence. */
    public String meaning() {
        return row.meaning;
    }

    /** Returns the section of src/site/markdown/science.md that defines it. */
    public String section() {
        return row.section;
    }

    /** Returns the title of a chart that shows it alone, with unit and scale. */
    public String chartTitle() {
        String unit = row.unit.isEmpty() ? "" : " in " + row.unit;
        String note = row.note.isEmpty() ? "" : " " + row.note;
        return row.title + unit + note + (row.scale == Scale.LOG ? ", log scale" : "");
    }

    /** Returns the title along a vertical axis, with the unit. */
    public String axisTitle() {
        return row.name + (row.unit.isEmpty() ? "" : " (" + row.unit + ")");
    }

    /** Returns the unit; empty for a bare number or a share. */
    public String unit() {
        return row.unit;
    }

    /** Returns its name in the key of its panel. */
    public String label() {
        return row.label;
    }

    /** Returns how it is laid out. */
    public Scale scale() {
        return row.scale;
    }

    /** Returns where it goes while a network learns. */
    public Direction direction() {
        return row.direction;
    }

    /** Returns whether it is drawn as a curve. */
    public boolean curve() {
        return row.curve;
    }

    /** Returns whether it says how fast the machine was, not what the network is. */
    public boolean timing() {
        return row.timing;
    }

    /** Returns whether runs of an earlier version have none. */
    public boolean later() {
        return row.later;
    }

    /** Returns whether files leave it out where it was not measured, for most tasks have none. */
    public boolean seldom() {
        return row.seldom;
    }

    /** Returns how its numbers are written. */
    public NumberFormat format() {
        return row.format;
    }

    /** Returns a number of it as people read it; a dash where there is none. */
    public String text(double value) {
        return row.format.text(value);
    }

    /** Returns an evaluation's number as people read it; a dash where there is none. */
    public String text(Evaluation evaluation) {
        return text(evaluation.value(this));
    }

    /** Returns by how much it may differ when it is measured again; empty where it is not measured again. */
    Optional<MeasureRow.Agreement> agreement() {
        return Optional.ofNullable(row.agreement);
    }
}
