package org.grokscope.study;

/** How far a cell is. */
public sealed interface TrialState {
    /** Its run has ended, and all that is wanted of it is known. */
    record Done(FoundRun run) implements TrialState {}

    /** Its run has begun and can go on. */
    record Unfinished(FoundRun run) implements TrialState {}

    /** There is no run yet. */
    record Missing() implements TrialState {}

    /** There can be no run: its parent never came to where it would leave. The reason is a sentence. */
    record Unreachable(String why) implements TrialState {}

    /** It broke off with an error, which is a sentence; the next call tries again. */
    record Failed(String why) implements TrialState {}

    /** Returns whether nothing more can be done for the cell now. */
    default boolean settled() {
        return switch (this) {
            case Done _,Unreachable _,Failed _ -> true;
            case Unfinished _,Missing _ -> false;
        };
    }

    /** Returns the state in a few words. */
    default String label() {
        return switch (this) {
            case Done(FoundRun run) -> run.archived() ? "done, came with the program" : "done";
            case Unfinished _ -> "begun";
            case Missing _ -> "missing";
            case Unreachable _ -> "cannot be run";
            case Failed _ -> "failed";
        };
    }
}
