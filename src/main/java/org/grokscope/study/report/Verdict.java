package org.grokscope.study.report;

/** Whether a number agrees with the paper's, by a rule that stands beside it. */
public enum Verdict {
    /** It does. */
    AGREES("agrees"),
    /** It does not. */
    DIFFERS("does not agree"),
    /** It does at some of the places that it is asked of, and not at others. */
    PARTLY("no verdict: agrees in part"),
    /** Runs that it needs are missing. */
    OPEN("not known yet"),
    /** The paper gives no such number. */
    ALONE("the paper has none");

    private final String words;

    Verdict(String words) {
        this.words = words;
    }

    /** Returns the verdict in plain words. */
    public String words() {
        return words;
    }

    static Verdict of(boolean agrees) {
        return agrees ? AGREES : DIFFERS;
    }
}
