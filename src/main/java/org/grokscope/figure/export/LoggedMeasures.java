package org.grokscope.figure.export;

import java.util.List;
import org.grokscope.figure.CompareMeasure;
import org.grokscope.figure.TimelinePanel;

/** What the panels show, by the keys of metrics.jsonl. */
final class LoggedMeasures {
    private LoggedMeasures() {}

    static String of(CompareMeasure measure) {
        return switch (measure) {
            case VALIDATION_ACCURACY -> "validationAccuracy";
            case TRAIN_ACCURACY -> "trainAccuracy";
            case VALIDATION_LOSS -> "validationLoss";
            case TRAIN_LOSS -> "trainLoss";
            case FSD -> "fsd";
            case RANK -> "medianRank";
            case RESTRICTED_LOSS -> "restrictedLoss";
            case WEIGHT_NORM -> "weightNorm";
        };
    }

    static List<String> of(TimelinePanel panel) {
        return switch (panel) {
            case ACCURACY -> List.of("trainAccuracy", "validationAccuracy");
            case LOSS -> List.of("trainLoss", "validationLoss");
            case FSD -> List.of("fsd", "peakFrequency", "fsdNull95");
            case EMBEDDING_POWER -> List.of("embeddingPower");
            case RANK -> List.of("medianRank");
            case KEY_FREQUENCY_LOSS -> List.of("restrictedLoss", "excludedLoss");
            case WEIGHT_NORM -> List.of("weightNorm");
        };
    }
}
