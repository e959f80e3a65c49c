package org.grokscope.workbench;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import javafx.application.Platform;

/** Does what a person asked for and what takes a moment, one thing after the other, while the window stays alive. */
final class BackgroundTasks implements AutoCloseable {
    private final ExecutorService thread = Executors
            .newSingleThreadExecutor(Thread.ofPlatform().name("tasks").daemon().factory());
    private final Consumer<Exception> problems;

    /** @param problems hears, on the toolkit's thread, of an errand that failed */
    BackgroundTasks(Consumer<Exception> problems) {
        this.problems = problems;
    }

    /** Does something in the background, and then something with its result on the toolkit's thread. */
    <T> void run(Callable<T> errand, Consumer<T> then) {
        thread.execute(() -> {
            try {
                T result = errand.call();
                Platform.runLater(() -> then.accept(result));
            } catch (Exception problem) {
                Platform.runLater(() -> problems.accept(problem));
            }
        });
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
