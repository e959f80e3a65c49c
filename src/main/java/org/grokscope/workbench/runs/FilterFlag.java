package org.grokscope.workbench.runs;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.grokscope.measure.Milestone;
import org.grokscope.run.RunHistory;
import org.grokscope.run.RunState;

/** What is so or not so of a run, and what a filter asks for in a word. */
enum FilterFlag {
    /** It has grokked. */
    GROKKED(run -> run.milestones().step(Milestone.GROKKED).isPresent()),
    /** It has memorised. */
    MEMORISED(run -> run.milestones().step(Milestone.MEMORISED).isPresent()),
    /** Somebody gave it a star. */
    STARRED(run -> run.notes().starred()),
    /** Somebody wrote a note. */
    NOTED(run -> !run.notes().note().isEmpty()),
    /** It trains. */
    LIVE(run -> run.state() == RunState.TRAINING),
    /** It comes from another run. */
    FORK(run -> run.head().lineage() != null),
    /** Something of it could not be read. */
    DAMAGED(run -> !run.leftOut().isEmpty());

    private final Predicate<RunHistory> holds;

    FilterFlag(Predicate<RunHistory> holds) {
        this.holds = holds;
    }

    /** Returns the flag that a word stands for. */
    static Optional<FilterFlag> of(String typed) {
        return Arrays.stream(values()).filter(flag -> flag.word().equals(typed)).findFirst();
    }

    /** Returns the word that stands for it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns whether it is so. */
    boolean holds(RunHistory run) {
        return holds.test(run);
    }
}
