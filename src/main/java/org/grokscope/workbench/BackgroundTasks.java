package org.grokscope.workbench;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.concurrent.Task;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what a person asked for and what takes a moment, one thing after the other, while the window stays alive. What needs
 * the tensor library waits for it in a queue of its own: a star is given, a figure exported and a run renamed meanwhile. What
 * may take long is shown while it goes on, and can be cancelled.
 */
final class BackgroundTasks implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BackgroundTasks.class);
    /** What was begun when the window closes, an export for example, is finished within this time. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ExecutorService files = thread("tasks");
    private final ExecutorService training = thread("tasks that train");
    private final Consumer<Throwable> problems;
    private final ObservableList<Task<?>> shown = FXCollections.observableArrayList();

    /** @param problems hears, on the toolkit's thread, of a task that failed */
    BackgroundTasks(Consumer<Throwable> problems) {
        this.problems = problems;
    }

    private static ExecutorService thread(String name) {
        return Executors.newSingleThreadExecutor(Thread.ofPlatform().name(name).daemon().factory());
    }

    /** Does something in the background, and then something with its result on the toolkit's thread. */
    <T> void run(Callable<T> task, Consumer<T> then) {
        files.execute(() -> work(task, then));
    }

    /** The same for what needs to know what is computed on, and so waits until the tensor library is loaded. */
    <T> void runOnceLoaded(Callable<T> task, Consumer<T> then) {
        training.execute(() -> work(task, then));
    }

    /** Returns what goes on and can be cancelled, the oldest first; it changes on the toolkit's thread. */
    ObservableList<Task<?>> shown() {
        return shown;
    }

    /** Shows something that has a thread of its own until it has ended. */
    void show(Task<?> task) {
        shown.add(task);
        task.stateProperty().subscribe(state -> {
            switch (state) {
                case SUCCEEDED, FAILED, CANCELLED -> shown.remove(task);
                case READY, SCHEDULED, RUNNING -> {
                    // It stays.
                }
            }
        });
    }

    /** Does something that may take long, and then something with its result on the toolkit's thread. */
    <T> void runShown(String title, LongTask.Work<T> work, Consumer<T> then) {
        files.execute(shown(title, work, then));
    }

    /** The same for what needs to know what is computed on. */
    <T> void runShownOnceLoaded(String title, LongTask.Work<T> work, Consumer<T> then) {
        training.execute(shown(title, work, then));
    }

    private <T> Task<T> shown(String title, LongTask.Work<T> work, Consumer<T> then) {
        LongTask<T> task = new LongTask<>(title, work, then, problems);
        show(task);
        return task;
    }

    private <T> void work(Callable<T> task, Consumer<T> then) {
        try {
            T result = task.call();
            onToolkit(() -> then.accept(result));
        } catch (Throwable problem) {
            onToolkit(() -> problems.accept(problem));
        }
    }

    private static void onToolkit(Runnable what) {
        try {
            Platform.runLater(what);
        } catch (IllegalStateException closed) {
            LOG.debug("The toolkit has ended.", closed);
        }
    }

    /** Takes no more tasks, and returns when those that were asked for are done. */
    @Override
    public void close() {
        files.shutdown();
        training.shutdown();
        try {
            if (!files.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                    | !training.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("Some tasks did not end before the window closed.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
