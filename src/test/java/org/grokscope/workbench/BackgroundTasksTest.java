package org.grokscope.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

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
