package org.grokscope.figure;

import java.util.List;

/** The charts that a timeline can stack on its step axis. */
public enum TimelinePanel {
    /** Accuracy on the training and the validation pairs. */
    ACCURACY("Accuracy", "Accuracy", "accuracy", 30),
    /** Mean cross-entropy on the training and the validation pairs, on a logarithmic axis. */
    LOSS("Loss in nats, log scale", "Loss", "loss (nats)", 28),
    /** Frequency Synchronization Degree with its ceiling and null band. */
    FSD("Frequency synchronization degree (FSD)", "FSD", "FSD", 25),
    /** Frequency × step heat map of the embedding's power. */
    EMBEDDING_POWER("Embedding power by frequency", "Embedding power", "frequency k", 28),
    /** Median Fourier rank of the neurons. */
    RANK("Median Fourier rank", "Median rank", "median rank", 20),
    /** Restricted and excluded loss with the threshold of restricted sync, on a logarithmic axis. */
    KEY_FREQUENCY_LOSS("Restricted and excluded loss in nats (hidden layer), log scale", "Restricted loss",
            "loss (nats)", 24),
    /** Frobenius norm of all parameters. */
    WEIGHT_NORM("Weight norm", "Weight norm", "weight norm", 20);

    /** What a timeline shows until someone chooses otherwise. */
    public static final List<TimelinePanel> DEFAULT = List.of(ACCURACY, FSD, EMBEDDING_POWER, WEIGHT_NORM);

    private final String title;
    private final String shortTitle;
    private final String axisTitle;
    private final int weight;

    TimelinePanel(String title, String shortTitle, String axisTitle, int weight) {
        this.title = title;
        this.shortTitle = shortTitle;
        this.axisTitle = axisTitle;
        this.weight = weight;
    }

    /** Returns the title above the chart. */
    public String title() {
        return title;
    }

    /** Returns the title where there is little room. */
    public String shortTitle() {
        return shortTitle;
    }

    /** Returns the title along the vertical axis, with its unit. */
    public String axisTitle() {
        return axisTitle;
    }

    /** Returns the share of the height, relative to the other panels. */
    int weight() {
        return weight;
    }
}
