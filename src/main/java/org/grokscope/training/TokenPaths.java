package org.grokscope.training;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.grokscope.measure.CirclePath;
import org.grokscope.measure.EmbeddingCircle;
import org.grokscope.measure.EmbeddingPower;
import org.grokscope.measure.Evaluation;
import org.grokscope.run.RecordedCircles;
import org.grokscope.run.RunDirectory;
import org.grokscope.run.RunHistory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How the tokens of a run moved: from what it recorded, and where it did not, from its checkpoints. */
public final class TokenPaths {
    private static final Logger LOG = LoggerFactory.getLogger(TokenPaths.class);

    private TokenPaths() {}

    /** Returns the frequency on which most neurons settled in the end; 0 before anything was measured. */
    public static int settledFrequency(RunHistory run) {
        for (Evaluation evaluation : run.evaluations().reversed()) {
            if (evaluation.peakFrequency() > 0) {
                return evaluation.peakFrequency();
            }
        }
        EmbeddingPower power = run.evaluations().isEmpty()
                ? EmbeddingPower.NONE
                : run.evaluations().getLast().embeddingPower();
        return power.frequencies() > 0 ? power.strongest() : 0;
    }

    /**
     * Reads the way of the tokens on the plane of a frequency; nothing where neither a record nor a checkpoint tells of it.
     *
     * @param checkpoints the steps of those that may be read
     * @throws IOException when the run cannot be read; single damaged checkpoints are passed over
     */
    public static Optional<CirclePath> read(RunDirectory run, List<Integer> checkpoints, int frequency)
            throws IOException {
        SortedMap<Integer, EmbeddingCircle> circles = new RecordedCircles(run).on(frequency);
        for (int step : checkpoints) {
            if (!circles.containsKey(step)) {
                try {
                    circles.put(step, CircuitAnalyzer.embedding(run.head().configuration(),
                            run.parameter(step, CircuitAnalyzer.EMBEDDING).orElse(null)).embedding()
                            .circle(frequency));
                } catch (IOException | IllegalArgumentException damaged) {
                    LOG.debug("The checkpoint {} of {} is passed over", step, run.path(), damaged);
                }
            }
        }
        return circles.isEmpty() ? Optional.empty() : Optional.of(new CirclePath(circles));
    }
}
