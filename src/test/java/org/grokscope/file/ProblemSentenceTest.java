package org.grokscope.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

class ProblemSentenceTest {
    @Test
    void nobodyIsToldTheNameOfAClass() {
        assertThat(ProblemSentence.of(new NullPointerException())).contains("program itself");
        assertThat(ProblemSentence.of(new IllegalStateException())).doesNotContain("Exception");
        assertThat(ProblemSentence.of(new IOException())).isEqualTo("a file cannot be read or written");
    }

    @Test
    void whatIsNoMoreThanAPathBecomesASentence() {
        assertThat(ProblemSentence.of(new NoSuchFileException("/x"))).isEqualTo("/x is not there");
        assertThat(ProblemSentence.of(new AccessDeniedException("/x"))).isEqualTo("you may not read or write /x");
    }

    @Test
    void aLimitOnThreadsIsNoLackOfMemory() {
        assertThat(ProblemSentence.of(new OutOfMemoryError("unable to create native thread: possibly out of memory")))
                .contains("no more threads", "ulimit -u");
        assertThat(ProblemSentence.of(new OutOfMemoryError("Java heap space"))).contains("not enough memory");
    }

    @Test
    void adviceOnSeveralLinesIsLeftOut() {
        assertThat(ProblemSentence.of(new IOException("no process could be started \nPossible reasons:\n - many")))
                .isEqualTo("no process could be started");
    }

    @Test
    void wordsForPeopleStay() {
        assertThat(ProblemSentence.of(new IOException("No space left on device"))).isEqualTo("No space left on device");
    }
}
