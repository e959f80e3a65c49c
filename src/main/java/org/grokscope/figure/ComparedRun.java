package org.grokscope.figure;

import java.awt.Color;
import java.util.List;
import org.grokscope.measure.Evaluation;
import org.grokscope.run.Lineage;
import org.grokscope.run.RunHistory;

/**
 * A run among those that are compared.
 *
 * @param colour by which it is known in the window
 */
public record ComparedRun(RunHistory history, Color colour) {
    /** Returns what the run did itself: of a fork, from the step on at which it left its parent. */
    public List<Evaluation> own() {
        Lineage lineage = history.head().lineage();
        return lineage == null
                ? history.evaluations()
                : history.evaluations().stream().filter(evaluation -> evaluation.step() >= lineage.step()).toList();
    }
}
