package org.grokscope.study.report;

import java.util.List;
import org.grokscope.study.FoundRun;

/**
 * Something the paper says, and what is found here.
 *
 * @param what in a few words
 * @param paper its number
 * @param ours the same number here
 * @param rule when the two are said to agree
 * @param runs that ours rests on
 */
public record Claim(String what, String paper, String ours, Verdict verdict, String rule, List<FoundRun> runs) {
    public Claim {
        runs = List.copyOf(runs);
    }

    /** A claim on which nothing can be said yet. */
    static Claim open(String what, String paper, String rule) {
        return new Claim(what, paper, Words.NONE, Verdict.OPEN, rule, List.of());
    }
}
