package org.grokscope.run;

import java.time.Instant;
import java.util.List;
import org.grokscope.measure.Milestone;
import org.jspecify.annotations.Nullable;

/** Something that happened to a run: a line of events.jsonl. */
public sealed interface RunEvent {
    /** Returns the step at which it happened. */
    int step();

    /** Returns when it was written. */
    Instant time();

    /**
     * Training began, at step 0 or at a fork's first checkpoint.
     *
     * @param environment what it is computed on, when that is not what run.json says
     */
    record Started(int step, Instant time, @Nullable Environment environment) implements RunEvent {}

    /** A milestone was seen at this evaluation; destabilised is dated by the step of the first bad one. */
    record MilestoneReached(int step, Instant time, Milestone milestone) implements RunEvent {}

    /** When the run will grok was said at this step, before it did. */
    record Predicted(int step, Instant time, GrokPrediction.Moment moment, GrokPrediction prediction)
            implements
                RunEvent {}

    /**
     * A prediction was judged: the run grokked, or went on beyond the last step that was said.
     *
     * @param moment at which it was said
     * @param from the step at which it was said
     * @param held whether the run grokked within the interval
     */
    record PredictionJudged(int step, Instant time, GrokPrediction.Moment moment, int from, boolean held)
            implements
                RunEvent {}

    /** From the next update on another λ acts. */
    record WeightDecayChanged(int step, Instant time, double from, double to) implements RunEvent {}

    /** A fork was made of the run as it was at this step. */
    record Forked(int step, Instant time, String child) implements RunEvent {}

    /** Training paused or was stopped, with a checkpoint at this step. The reason is a sentence. */
    record Paused(int step, Instant time, String reason) implements RunEvent {}

    /**
     * Training went on from a checkpoint at this step.
     *
     * @param environment what it is computed on from here, when that is not what run.json says
     * @param replaced the steps whose evaluations were there and are made again, ascending
     */
    record Resumed(int step, Instant time, @Nullable Environment environment, List<Integer> replaced)
            implements
                RunEvent {
        public Resumed {
            replaced = List.copyOf(replaced);
        }

        /** Training went on where nothing had been measured after. */
        public Resumed(int step, Instant time, @Nullable Environment environment) {
            this(step, time, environment, List.of());
        }
    }

    /** A loss or parameter was not finite. */
    record Diverged(int step, Instant time, String reason) implements RunEvent {}

    /** The run reached its end. */
    record Finished(int step, Instant time) implements RunEvent {}

    /** The run broke off; the message is one sentence. */
    record Failed(int step, Instant time, String message) implements RunEvent {}
}
