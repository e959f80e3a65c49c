package org.grokscope.workbench.timeline;

import java.util.List;
import org.grokscope.measure.Evaluation;
import org.grokscope.measure.Measure;

/**
 * A line of the read-out: what was measured, in words and digits. A dash stands for what was not measured.
 *
 * @param more a second number that belongs to the first; empty when there is none
 */
record ReadOutLine(String label, String value, String more) {
    /**
     * Returns the lines for an evaluation.
     *
     * @param peak what the frequency is called that most neurons settled on
     */
    static List<ReadOutLine> of(Evaluation evaluation, String peak) {
        return List.of(
                new ReadOutLine("train", Measure.TRAIN_ACCURACY.text(evaluation), loss(evaluation, Measure.TRAIN_LOSS)),
                new ReadOutLine("validation", Measure.VALIDATION_ACCURACY.text(evaluation),
                        loss(evaluation, Measure.VALIDATION_LOSS)),
                new ReadOutLine("FSD", Measure.FSD.text(evaluation),
                        evaluation.peakFrequency() > 0 ? peak : ""),
                new ReadOutLine(Measure.RANK.words(), Measure.RANK.text(evaluation), ""),
                new ReadOutLine(Measure.WEIGHT_NORM.words(), Measure.WEIGHT_NORM.text(evaluation),
                        "\u03bb " + Measure.WEIGHT_DECAY.text(evaluation)));
    }

    private static String loss(Evaluation evaluation, Measure measure) {
        return Double.isFinite(evaluation.value(measure)) ? "loss " + measure.text(evaluation) : "";
    }
}
