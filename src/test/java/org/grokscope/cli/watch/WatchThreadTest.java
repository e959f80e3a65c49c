package org.grokscope.cli.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.grokscope.file.FileProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Keys are heard while Slurm takes its time. */
@Timeout(60)
class WatchThreadTest {
    private static WatchThread.Seen said(String problem) {
        return new WatchThread.Seen(List.of(), problem);
    }

    @Test
    void whoeverAsksIsAnsweredWhileAReadingGoesOn() throws Exception {
        CountDownLatch answers = new CountDownLatch(1);
        try (WatchThread thread = new WatchThread(() -> {
            answers.await();
            return said("answered");
        }, 1)) {
            assertThat(thread.seen()).isEqualTo(WatchThread.Seen.NOTHING);
            answers.countDown();
            while (thread.seen().equals(WatchThread.Seen.NOTHING)) {
                TimeUnit.MILLISECONDS.sleep(1);
            }
            assertThat(thread.seen().problem()).isEqualTo("answered");
        }
    }

    @Test
    void whatCannotBeReadAnyMoreIsToldAndNotReadAgain() throws Exception {
        AtomicInteger readings = new AtomicInteger();
        try (WatchThread thread = new WatchThread(() -> {
            if (readings.incrementAndGet() == 1) {
                return said("");
            }
            throw new FileProblem("The folder is gone.");
        }, 1)) {
            assertThatThrownBy(() -> {
                while (true) {
                    thread.seen();
                }
            }).isInstanceOf(FileProblem.class).hasMessage("The folder is gone.");
            TimeUnit.MILLISECONDS.sleep(20);
            assertThat(readings).hasValue(2);
        }
    }

    @Test
    void aReadingThatHangsDoesNotHinderTheEnd() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        try (WatchThread _ = new WatchThread(() -> {
            begun.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.countDown();
                throw e;
            }
            return said("");
        }, 1)) {
            begun.await();
        }
        interrupted.await();
    }
}
