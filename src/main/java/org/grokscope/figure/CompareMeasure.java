package org.grokscope.figure;

import java.util.function.ToDoubleFunction;
import org.grokscope.measure.Evaluation;

/** What can be compared along the steps of several runs. */
public enum CompareMeasure {
    /** Share of right answers on the validation pairs. */
    VALIDATION_ACCURACY("Validation accuracy", "Validation accuracy", Scale.SHARE,
            it -> it.performance().validationAccuracy()),
    /** Share of right answers on the training pairs. */
    TRAIN_ACCURACY("Train accuracy", "Train accuracy", Scale.SHARE, it -> it.performance().trainAccuracy()),
    /** Mean cross-entropy on the validation pairs. */
    VALIDATION_LOSS("Validation loss in nats, log scale", "Validation loss", Scale.DECADES,
            it -> Panels.positive(it.performance().validationLoss())),
    /** Mean cross-entropy on the training pairs. */
    TRAIN_LOSS("Train loss in nats, log scale", "Train loss", Scale.DECADES,
            it -> Panels.positive(it.performance().trainLoss())),
    /** Frequency Synchronization Degree. */
    FSD("Frequency synchronization degree (FSD)", "FSD", Scale.DEGREE, it -> it.synchronization().fsd()),
    /** Median Fourier rank of the neurons. */
    RANK("Median Fourier rank", "Median rank", Scale.AMOUNT, it -> it.synchronization().medianRank()),
    /** Loss with only the key frequencies of the last hidden layer kept. */
    RESTRICTED_LOSS("Restricted loss in nats (hidden layer), log scale", "Restricted loss", Scale.DECADES,
            it -> Panels.positive(it.keyFrequencyLoss().restricted())),
    /** Frobenius norm of all parameters. */
    WEIGHT_NORM("Weight norm", "Weight norm", Scale.AMOUNT, it -> it.weightNorm().total());

    /** How a measure is laid out on its axis. */
    enum Scale {
        /** 0 to 100%. */
        SHARE,
        /** 0 to 1, and a little below where it must be. */
        DEGREE,
        /** From 0. */
        AMOUNT,
        /** Powers of ten. */
        DECADES
    }

    private final String title;
    private final String shortTitle;
    private final Scale scale;
    private final ToDoubleFunction<Evaluation> value;

    CompareMeasure(String title, String shortTitle, Scale scale, ToDoubleFunction<Evaluation> value) {
        this.title = title;
        this.shortTitle = shortTitle;
        this.scale = scale;
        this.value = value;
    }

    /** Returns the title above the chart, with the unit. */
    public String title() {
        return title;
    }

    /** Returns the title without unit and scale. */
    public String shortTitle() {
        return shortTitle;
    }

    /** Returns the title along the vertical axis, with its unit. */
    public String axisTitle() {
        return shortTitle + (scale == Scale.DECADES ? " (nats)" : "");
    }

    /** Returns what was measured; NaN where it was not. */
    public double of(Evaluation evaluation) {
        return value.applyAsDouble(evaluation);
    }

    Scale scale() {
        return scale;
    }
}
