package org.grokscope.workbench.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.grokscope.SharesNothing;
import org.junit.jupiter.api.Test;

@SharesNothing
class ShortenedNameTest {
    private static String shortened(String name, int letters) {
        return ShortenedName.of(name, String::length, letters);
    }

    @Test
    void whatFitsStaysWhole() {
        assertThat(shortened("add mod 97 \u00b7 seed 42", 20)).isEqualTo("add mod 97 \u00b7 seed 42");
    }

    @Test
    void namesThatDifferInTheMiddleStillDiffer() {
        assertThat(shortened("add mod 97 \u00b7 attention-only \u00b7 seed 42", 28))
                .isEqualTo("add mod 97 \u00b7 atte\u2026 \u00b7 seed 42");
        assertThat(shortened("add mod 97 \u00b7 MLP-only \u00b7 seed 42", 28))
                .isEqualTo("add mod 97 \u00b7 MLP-\u2026 \u00b7 seed 42");
    }

    @Test
    void aNameOfOnePartIsCutInTheMiddle() {
        assertThat(shortened("ablation-of-the-first-block-07", 13)).isEqualTo("ablati\u2026ock-07");
    }

    @Test
    void drawsOfABranchStillDiffer() {
        assertThat(shortened("frozen embedding, draw 2 from 1,300", 28)).isEqualTo("frozen e\u2026, draw 2 from 1,300");
        assertThat(shortened("frozen embedding, draw 3 from 1,300", 23)).isEqualTo("fro\u2026, draw 3 from 1,300");
        assertThat(shortened("frozen embedding, draw 3 from 1,300", 20)).isEqualTo("frozen emb\u2026rom 1,300");
    }

    @Test
    void somethingIsLeftWhereNothingFits() {
        assertThat(shortened("ablation", 0)).isEqualTo("abl\u2026");
        assertThat(shortened("add \u00b7 ablation", 0)).isEqualTo("add \u00b7 abl\u2026");
    }
}
