package org.grokscope.run;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The predictions of its grokking that a run itself kept; those of the runs it comes from are not its own.
 *
 * @param said in the order they were written
 * @param judged in the order they were written
 */
public record PredictionLog(List<RunEvent.Predicted> said, List<RunEvent.PredictionJudged> judged) {
    public PredictionLog {
        said = List.copyOf(said);
        judged = List.copyOf(judged);
    }

    /** Reads what happened to a run. */
    public static PredictionLog of(RunHead head, List<RunEvent> events) {
        Lineage lineage = head.lineage();
        return new PredictionLog(
                events.stream().filter(RunEvent.Predicted.class::isInstance).map(RunEvent.Predicted.class::cast)
                        .filter(it -> own(lineage, it.step(), it.moment())).toList(),
                events.stream().filter(RunEvent.PredictionJudged.class::isInstance)
                        .map(RunEvent.PredictionJudged.class::cast)
                        .filter(it -> own(lineage, it.from(), it.moment())).toList());
    }

    /** Returns those that nothing has judged yet. */
    public List<RunEvent.Predicted> open() {
        return said.stream().filter(it -> judged.stream()
                .noneMatch(other -> other.from() == it.step() && other.moment() == it.moment())).toList();
    }

    private static boolean own(@Nullable Lineage lineage, int from, GrokPrediction.Moment moment) {
        return lineage == null || from > lineage.step()
                || from == lineage.step() && moment == GrokPrediction.Moment.FORK;
    }
}
