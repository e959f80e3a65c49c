package org.grokscope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * What a test needs of the machine. Where it is missing the test is skipped, but with -Dgrokscope.skipNone=true, as in CI, it
 * fails: there it was expected to run.
 */
public final class Needs {
    private Needs() {}

    /** @param otherwise says what is missing */
    public static void that(boolean there, String otherwise) {
        if (Boolean.getBoolean("grokscope.skipNone")) {
            assertThat(there).as(otherwise).isTrue();
        }
        assumeTrue(there, otherwise);
    }
}
