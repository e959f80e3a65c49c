package org.grokscope.workbench.runs;

import java.util.OptionalInt;
import org.grokscope.measure.Milestone;
import org.grokscope.run.RunHistory;
import org.grokscope.run.RunState;
import org.grokscope.text.NumberText;

/**
 * What the tree says of a run in its last column: where it grokked and, unless it is at its end, its state.
 *
 * @param state a word; empty for a run that has finished
 * @param tone how the word is to be taken
 * @param grokkedAt the step, or a dash for a finished run that never did; empty while it may still come
 */
public record RunOutcome(String state, Tone tone, String grokkedAt) {
    /** How a state is to be taken. */
    public enum Tone {
        /** It goes on. */
        LIVE,
        /** It rests. */
        QUIET,
        /** Something went wrong. */
        BAD
    }

    /** Of something that cannot be opened. */
    static final RunOutcome DAMAGED = new RunOutcome("damaged", Tone.BAD, "");

    /**
     * Returns what is to be said.
     *
     * @param queued whether it waits for the executor of this window
     */
    public static RunOutcome of(RunHistory run, boolean queued) {
        OptionalInt grokked = run.milestones().step(Milestone.GROKKED);
        String state = queued ? "queued" : word(run.state());
        boolean over = run.state() == RunState.FINISHED || run.state() == RunState.IMPORTED;
        String step = grokked.isPresent()
                ? NumberText.count(grokked.getAsInt())
                : over ? NumberText.NONE : "";
        return new RunOutcome(state, queued ? Tone.QUIET : tone(run.state()), step);
    }

    private static String word(RunState state) {
        return switch (state) {
            case TRAINING -> "live";
            case FINISHED -> "";
            case NEW, PAUSED, INTERRUPTED, DIVERGED, FAILED, IMPORTED -> state.label();
        };
    }

    private static Tone tone(RunState state) {
        return switch (state) {
            case TRAINING -> Tone.LIVE;
            case NEW, PAUSED, FINISHED, IMPORTED -> Tone.QUIET;
            case INTERRUPTED, DIVERGED, FAILED -> Tone.BAD;
        };
    }
}
