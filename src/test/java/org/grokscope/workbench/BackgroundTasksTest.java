package org.grokscope.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

class BackgroundTasksTest {
    private final BlockingQueue<Object> told = new ArrayBlockingQueue<>(10);
    private final BackgroundTasks tasks = new BackgroundTasks(told::add);

    @BeforeAll
    static void toolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @Test
    void aStarDoesNotWaitForTheTensorLibrary() throws InterruptedException {
        CountDownLatch loaded = new CountDownLatch(1);
        tasks.runOnceLoaded(() -> {
            loaded.await();
            return "forked";
        }, told::add);
        tasks.run(() -> "starred", told::add);
        assertThat(told.poll(30, TimeUnit.SECONDS)).isEqualTo("starred");
        loaded.countDown();
        assertThat(told.poll(30, TimeUnit.SECONDS)).isEqualTo("forked");
        tasks.close();
    }

    @Test
    void anErrorIsToldLikeAnException() throws InterruptedException {
        tasks.run(() -> {
            throw new StackOverflowError("on purpose");
        }, told::add);
        assertThat(told.poll(30, TimeUnit.SECONDS)).isInstanceOf(StackOverflowError.class);
        tasks.close();
    }

    @Test
    void whatTakesLongIsShownUntilItIsCancelledAndThenInterrupted() throws Exception {
        CountDownLatch interrupted = new CountDownLatch(1);
        onToolkit(Executors.callable(() -> tasks.runShown("Export of a.svg", progress -> {
            progress.told(1, 4, "1 of 4");
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException cancelled) {
                interrupted.countDown();
                progress.told(2, 4, "2 of 4");
            }
            return "written";
        }, told::add)));
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> onToolkit(() -> tasks.shown().size() == 1
                && tasks.shown().getFirst().getMessage().equals("1 of 4")));
        assertThat(onToolkit(() -> tasks.shown().getFirst().getTitle())).isEqualTo("Export of a.svg");
        assertThat(onToolkit(() -> tasks.shown().getFirst().getProgress())).isEqualTo(0.25);
        onToolkit(() -> tasks.shown().getFirst().cancel());
        interrupted.await();
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> onToolkit(() -> tasks.shown().isEmpty()));
        tasks.run(() -> "next", told::add);
        assertThat(told.poll(30, TimeUnit.SECONDS)).as("nothing was told of the cancelled task").isEqualTo("next");
        tasks.close();
    }

    private static <T> T onToolkit(Callable<T> question) {
        return WaitForAsyncUtils.waitForAsyncFx(30_000, question);
    }

    @Test
    void whatWasBegunIsFinishedBeforeItCloses() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch closing = new CountDownLatch(1);
        AtomicBoolean done = new AtomicBoolean();
        tasks.run(() -> {
            begun.countDown();
            closing.await();
            done.set(true);
            return "";
        }, told::add);
        begun.await();
        Thread close = Thread.ofPlatform().start(tasks::close);
        closing.countDown();
        close.join();
        assertThat(done).isTrue();
    }
}
