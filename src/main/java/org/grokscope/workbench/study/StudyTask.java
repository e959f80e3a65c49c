package org.grokscope.workbench.study;

import java.util.concurrent.CountDownLatch;
import javafx.concurrent.Task;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** The study that runs, as a task that is shown and can be cancelled: then it stops as the dialog's button stops it. */
public final class StudyTask extends Task<@Nullable Void> {
    private final StudyModel desk;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Subscription watching;

    private StudyTask(StudyModel desk) {
        this.desk = desk;
        updateTitle("Study: " + desk.state().get().title());
        this.watching = desk.state().subscribe(this::show);
    }

    /** Begins to follow the study that runs; on the toolkit's thread. */
    public static StudyTask start(StudyModel desk) {
        StudyTask task = new StudyTask(desk);
        Thread.ofVirtual().name("study shown").start(task);
        return task;
    }

    private void show(StudyState state) {
        updateProgress(state.share(), 1);
        updateMessage(state.words());
        if (!state.running()) {
            ended.countDown();
        }
    }

    @Override
    protected @Nullable Void call() throws InterruptedException {
        ended.await();
        return null;
    }

    @Override
    protected void succeeded() {
        watching.unsubscribe();
    }

    @Override
    protected void cancelled() {
        watching.unsubscribe();
        desk.stop();
    }
}
