package org.grokscope.figure;

import java.util.Optional;
import org.grokscope.measure.AngleSum;
import org.grokscope.measure.EmbeddingCircle;
import org.grokscope.task.Task;
import org.grokscope.text.StepLabel;

/**
 * The tokens on one frequency's plane at one moment of a run.
 *
 * @param circle where they lie
 * @param step the moment; between evaluations the tokens are on their way
 * @param why the frequency is looked along, in a few words
 * @param pair the pair whose angles are added; empty where the task adds none
 */
public record CircleScene(Task task, EmbeddingCircle circle, double step, String why,
        Optional<Pair> pair) {
    /**
     * A pair.
     *
     * @param sign 1 where the answer is a sum, -1 where it is a difference, 0 where it is neither and no angles are added
     */
    public record Pair(int a, int b, int sign) {}

    /** Returns the angles of the pair added, where they can be. */
    Optional<AngleSum> sum() {
        return pair.filter(it -> it.sign() != 0).map(it -> AngleSum.of(circle, it.a(), it.b(), it.sign()));
    }

    String stepLabel() {
        return "step " + StepLabel.of(Math.round(step));
    }
}
