package org.grokscope.run;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.grokscope.measure.Evaluation;

/**
 * The evaluations that were made only because a run had come to its end, between two steps of its cadence. A run that goes
 * on, and a fork, are without them and without the milestones they showed: so they repeat bit for bit a run that never
 * stopped there, even where a milestone changes λ.
 *
 * @param steps at which they were made
 */
record FinalEvaluations(Set<Integer> steps) {
    private static final List<String> SHOWN = List.of("milestone", "predicted", "prediction-judged");

    /** Finds them in what happened to a run. */
    static FinalEvaluations of(List<RunEvent> events, int evaluateEvery) {
        return of(events.stream().filter(RunEvent.Finished.class::isInstance).map(RunEvent::step), evaluateEvery);
    }

    /** Finds them in the lines of a run's events. */
    static FinalEvaluations ofLines(List<RawLine> events, int evaluateEvery) {
        return of(events.stream().filter(line -> line.isEvent("finished")).map(RawLine::step)
                .filter(OptionalInt::isPresent).map(OptionalInt::getAsInt), evaluateEvery);
    }

    private static FinalEvaluations of(Stream<Integer> ends, int evaluateEvery) {
        return new FinalEvaluations(ends.filter(step -> step % evaluateEvery != 0).collect(Collectors.toSet()));
    }

    boolean hold(Evaluation evaluation) {
        return steps.contains(evaluation.step());
    }

    /** Returns whether an event tells what only such an evaluation showed. */
    boolean hold(RunEvent event) {
        return switch (event) {
            case RunEvent.MilestoneReached _,RunEvent.Predicted _,RunEvent.PredictionJudged _ ->
                steps.contains(event.step());
            default -> false;
        };
    }

    boolean holdEvaluation(RawLine line) {
        return line.step().isPresent() && steps.contains(line.step().getAsInt());
    }

    boolean holdEvent(RawLine line) {
        return SHOWN.stream().anyMatch(line::isEvent) && holdEvaluation(line);
    }
}
