package org.grokscope.measure;

import java.util.List;

/** The charts that a timeline can stack on its step axis. */
public enum Panel {
    /** Accuracy on the training and the validation pairs. */
    ACCURACY("accuracy", "Accuracy", "Accuracy", "accuracy", 30),
    /** Mean cross-entropy on the training and the validation pairs, on a logarithmic axis. */
    LOSS("loss", "Loss in nats, log scale", "Loss", "loss (nats)", 28),
    /** Frequency Synchronization Degree with its ceiling and null band. */
    FSD("fsd", "Frequency synchronization degree (FSD)", "FSD", "FSD", 25),
    /** FSD that counts a neuron at several of its strongest frequencies. */
    FSD_TOP("fsd-top", "FSD for K = 2, 3 and 5", "FSD, K > 1", "FSD", 25),
    /** FSD along the discrete logarithm of the answer. */
    FSD_OWN_BASIS("fsd-own-basis", "FSD in the operation's own basis", "FSD, own basis", "FSD", 25),
    /** Frequency × step heat map of the embedding's power. */
    EMBEDDING_POWER("embedding-power", "Embedding power by frequency", "Embedding power", "frequency k", 28),
    /** Median Fourier rank of the neurons. */
    RANK("median-rank", "Median Fourier rank", "Median rank", "median rank", 20),
    /** Share of neurons of Fourier rank 1. */
    RANK_ONE_SHARE("rank-one-share", "Share of neurons of Fourier rank 1", "Rank-1 share", "share of neurons", 20),
    /** Restricted and excluded loss with the threshold of restricted sync, on a logarithmic axis. */
    KEY_FREQUENCY_LOSS("restricted-loss", "Restricted and excluded loss in nats (hidden layer), log scale",
            "Restricted loss",
            "loss (nats)", 24),
    /** Spectral entropy of the vectors that enter the head. */
    SPECTRAL_ENTROPY("spectral-entropy", "Spectral entropy", "Spectral entropy", "spectral entropy", 20),
    /** How far the answers lie apart, over how far a vector lies from its own answer's centre. */
    ILDR("ildr", "Distance between answers over distance within (ILDR), log scale", "ILDR", "ILDR", 20),
    /** How differently a pair and its twin are answered, on a logarithmic axis. */
    SYMMETRY_VIOLATION("symmetry-violation", "Symmetry violation in nats, log scale", "Symmetry violation",
            "divergence (nats)", 20),
    /** How unevenly the embedding's power is shared. */
    EMBEDDING_GINI("embedding-gini", "Gini coefficient of the embedding power", "Embedding Gini", "Gini", 20),
    /** Margin of the right answer on the validation pairs. */
    VALIDATION_MARGIN("validation-margin", "Median margin on the validation pairs", "Validation margin",
            "margin (logits)", 20),
    /** How much the order of two batches matters, on a logarithmic axis. */
    COMMUTATOR_DEFECT("commutator-defect", "Commutator defect, log scale", "Commutator defect", "defect", 20),
    /** Frobenius norm of all parameters. */
    WEIGHT_NORM("weight-norm", "Weight norm", "Weight norm", "weight norm", 20),
    /** Frobenius norm of each group of parameters. */
    WEIGHT_NORM_BY_GROUP("weight-norm-by-group", "Weight norm by group of parameters", "Norm by group", "weight norm",
            24);

    /** What a timeline shows until someone chooses otherwise. */
    public static final List<Panel> DEFAULT = List.of(ACCURACY, FSD, EMBEDDING_POWER, WEIGHT_NORM);

    private final String key;
    private final String title;
    private final String shortTitle;
    private final String axisTitle;
    private final int weight;

    Panel(String key, String title, String shortTitle, String axisTitle, int weight) {
        this.key = key;
        this.title = title;
        this.shortTitle = shortTitle;
        this.axisTitle = axisTitle;
        this.weight = weight;
    }

    /** Returns the name on the command line. */
    public String key() {
        return key;
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

    /** Returns the keys of metrics.jsonl whose values the chart shows. */
    public List<String> logged() {
        return switch (this) {
            case EMBEDDING_POWER -> List.of("embeddingPower");
            case WEIGHT_NORM_BY_GROUP -> List.of("weightNormByGroup");
            default -> Measure.of(this).stream().map(Measure::key).toList();
        };
    }

    /** Returns the terms of the glossary that its title and its legend use. */
    public List<String> terms() {
        return switch (this) {
            case ACCURACY -> List.of("accuracy");
            case LOSS -> List.of("loss");
            case FSD -> List.of("FSD", "FSD ceiling", "null band");
            case FSD_TOP -> List.of("FSD");
            case FSD_OWN_BASIS -> List.of("own basis");
            case SPECTRAL_ENTROPY -> List.of("spectral entropy");
            case ILDR -> List.of("ILDR");
            case SYMMETRY_VIOLATION -> List.of("symmetry violation");
            case EMBEDDING_GINI -> List.of("embedding Gini");
            case VALIDATION_MARGIN -> List.of("validation margin");
            case COMMUTATOR_DEFECT -> List.of("commutator defect");
            case EMBEDDING_POWER -> List.of("embedding power");
            case RANK, RANK_ONE_SHARE -> List.of("median Fourier rank");
            case KEY_FREQUENCY_LOSS -> List.of("restricted loss", "excluded loss", "restricted sync");
            case WEIGHT_NORM, WEIGHT_NORM_BY_GROUP -> List.of("weight norm");
        };
    }

    /** Returns the share of the height, relative to the other panels. */
    public int weight() {
        return weight;
    }
}
