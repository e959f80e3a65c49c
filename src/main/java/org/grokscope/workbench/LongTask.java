package org.grokscope.workbench;

import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import javafx.concurrent.Task;

/** Something that takes a while: the window shows how far it is, and lets a person cancel it. */
final class LongTask<T> extends Task<T> {
    private final Work<T> work;
    private final Consumer<T> then;
    private final Consumer<Throwable> problems;

    /** What is done; whoever cancels it interrupts its thread. */
    @FunctionalInterface
    interface Work<T> {
        /** Does it, and says from time to time how far it is. */
        T work(Progress progress) throws Exception;
    }

    /** Hears how far something is. */
    @FunctionalInterface
    interface Progress {
        /**
         * Tells of it.
         *
         * @param words that say the same
         * @throws CancellationException when somebody cancelled it: then nothing more is to be done
         */
        void told(int done, int of, String words);
    }

    /**
     * Makes a task.
     *
     * @param title what is done
     * @param then hears of the result, on the toolkit's thread
     * @param problems hears there of what went wrong
     */
    LongTask(String title, Work<T> work, Consumer<T> then, Consumer<Throwable> problems) {
        this.work = work;
        this.then = then;
        this.problems = problems;
        updateTitle(title);
    }

    @Override
    protected T call() throws Exception {
        return work.work(this::told);
    }

    private void told(int done, int of, String words) {
        if (isCancelled()) {
            throw new CancellationException(words);
        }
        updateProgress(done, of);
        updateMessage(words);
    }

    @Override
    protected void succeeded() {
        then.accept(getValue());
    }

    @Override
    protected void failed() {
        problems.accept(getException());
    }
}
