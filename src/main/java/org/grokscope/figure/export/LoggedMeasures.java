package org.grokscope.figure.export;

import java.util.List;
import org.grokscope.figure.TimelinePanel;

/** What the panels show, by the keys of metrics.jsonl. */
final class LoggedMeasures {
    private LoggedMeasures() {}

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
