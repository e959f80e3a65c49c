package org.grokscope.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CleanTextTest {
    @ParameterizedTest
    @ValueSource(strings = {"base\u00adline", "base\u200dline", "\ufeffbaseline", "base\u202eline", "base\u0000line",
            "base\u001bline", "base\u0007line", "base\ud800line", "base\u2066line", " baseline\n"})
    void whatNobodySeesIsTakenOut(String pasted) {
        assertThat(CleanText.line(pasted)).isEqualTo("baseline");
    }

    @ParameterizedTest
    @ValueSource(strings = {"two\nlines", "two\tlines", "two\u2028lines", "two\r\nlines", "two  lines"})
    void aLineHasNoBreaks(String typed) {
        assertThat(CleanText.line(typed)).isEqualTo("two lines");
    }

    @Test
    void lettersOfAnyScriptStay() {
        String names = "\u57fa\u7ebf \u03bb\u00a03 \u05d0\u0628 \ud83d\ude42 e\u0301";
        assertThat(CleanText.line(names)).isEqualTo(names);
        assertThat(CleanText.lines("one\n\ttwo")).isEqualTo("one\n\ttwo");
    }
}
