package org.grokscope.cli;

import java.time.Duration;

/** How far something is, in characters. */
final class ProgressBar {
    private static final int WIDTH = 24;

    private ProgressBar() {}

    static String of(long done, long all) {
        int full = all == 0 ? 0 : (int) (WIDTH * Math.min(done, all) / all);
        return "[" + "#".repeat(full) + "-".repeat(WIDTH - full) + "]";
    }

    /** Returns a time in its two largest units. */
    static String duration(double seconds) {
        Duration time = Duration.ofSeconds(Math.round(seconds));
        if (time.toHours() > 0) {
            return time.toHours() + " h " + time.toMinutesPart() + " min";
        }
        return time.toMinutes() > 0
                ? time.toMinutes() + " min " + time.toSecondsPart() + " s"
                : time.toSeconds() + " s";
    }
}
