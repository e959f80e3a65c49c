package org.grokscope.workbench.replay;

/** How fast a run is played back. Runs of any length take the same time, so that short ones can be followed too. */
public enum ReplaySpeed {
    /** To see everything. */
    SLOW(60),
    /** To tell a story along with it. */
    STEADY(20),
    /** To see it once more. */
    QUICK(10),
    /** To see the outline. */
    FAST(5);

    private final int seconds;

    ReplaySpeed(int seconds) {
        this.seconds = seconds;
    }

    /** Returns how long a whole run takes. */
    public int seconds() {
        return seconds;
    }

    /** Returns what the menu calls it. */
    public String title() {
        return "Whole run in " + seconds + " s";
    }
}
