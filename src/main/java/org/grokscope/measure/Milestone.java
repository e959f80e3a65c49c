package org.grokscope.measure;

import java.util.Arrays;
import java.util.Optional;

/**
 * What a run can reach (src/site/markdown/science.md, section 5); each is dated at the first evaluation that shows it.
 */
public enum Milestone {
    /** Train accuracy at least 0.99. */
    MEMORISED("memorised", "memorised"),
    /** FSD at least 0.80: the frequencies are synchronised. */
    CEILING("ceiling", "FSD ceiling"),
    /** Restricted loss at most 0.5 nats. */
    RESTRICTED_SYNC("restricted-sync", "restricted sync"),
    /** Validation accuracy at least 0.95. */
    GROKKED("grokked", "grokked"),
    /** After grokking, validation accuracy under 0.5 at two evaluations in a row; dated at the first. */
    DESTABILISED("destabilised", "destabilised");

    private final String key;
    private final String title;

    Milestone(String key, String title) {
        this.key = key;
        this.title = title;
    }

    /** Returns the name used in files and on the command line. */
    public String key() {
        return key;
    }

    /** Returns the name shown to people. */
    public String title() {
        return title;
    }

    /** Finds a milestone by its key. */
    public static Optional<Milestone> of(String key) {
        return Arrays.stream(values()).filter(milestone -> milestone.key.equals(key)).findFirst();
    }
}
