package org.grokscope.workbench.study;

import java.util.Optional;
import org.grokscope.study.StudyProgress;

/**
 * How far the study is that this window runs.
 *
 * @param title of the study; empty before any was started
 * @param running whether it goes on
 * @param progress as it was last told
 * @param problem what ended it, a sentence; empty for none
 */
public record StudyState(String title, boolean running, Optional<StudyProgress> progress, String problem) {
    /** No study was started. */
    public static final StudyState NONE = new StudyState("", false, Optional.empty(), "");

    /** Returns the share of its runs that are done, 0 to 1. */
    double share() {
        return progress.map(it -> it.cells().isEmpty() ? 1 : it.done() / (double) it.cells().size()).orElse(0.0);
    }

    /** Returns how far it is, in words. */
    String words() {
        if (!problem.isEmpty()) {
            return problem;
        }
        if (progress.isEmpty()) {
            return running ? "Looking for runs that exist already\u2026" : "";
        }
        StudyProgress now = progress.get();
        String failed = now.failed() == 0 ? "" : ", " + now.failed() + " failed";
        String left = running && now.secondsLeft() > 0 ? ", about " + minutes(now.secondsLeft()) + " left" : "";
        return "%s: %d of %d runs done%s%s%s".formatted(title, now.done(), now.cells().size(), failed, left,
                running ? "" : now.complete() ? ". The report is written." : ". Start it again to continue.");
    }

    private static String minutes(double seconds) {
        long minutes = Math.max(1, Math.round(seconds / 60));
        return minutes < 60 ? minutes + " min" : minutes / 60 + " h " + minutes % 60 + " min";
    }
}
