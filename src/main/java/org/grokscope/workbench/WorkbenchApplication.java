package org.grokscope.workbench;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.grokscope.training.RunExecutor;
import org.jspecify.annotations.Nullable;

/** The program as people see it: starts the toolkit, opens the window, and waits until it is closed. */
public final class WorkbenchApplication {
    private WorkbenchApplication() {}

    /**
     * Opens the workbench and returns when its window was closed.
     *
     * @param runsFolder made with the first run when it is not there
     * @param executor trains; closed with the window
     * @param chosen the id of a run to show first
     * @throws NoDisplay when no window can open here; the executor is closed then, too
     */
    public static void open(Path runsFolder, RunExecutor executor, Optional<String> chosen) throws NoDisplay {
        CompletableFuture<@Nullable Void> closed = new CompletableFuture<>();
        try {
            Platform.startup(() -> show(runsFolder, executor, chosen, closed));
        } catch (RuntimeException | LinkageError failure) {
            executor.close();
            throw Display.refusal(failure);
        }
        try {
            closed.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        } finally {
            Platform.exit();
        }
    }

    private static void show(Path runsFolder, RunExecutor executor, Optional<String> chosen,
            CompletableFuture<@Nullable Void> closed) {
        try {
            Stage stage = new Stage();
            Workbench workbench = WorkbenchWindow.open(stage, runsFolder, executor);
            chosen.ifPresent(workbench.model().runs()::selectWhenRead);
            Thread.currentThread()
                    .setUncaughtExceptionHandler((_, problem) -> workbench.problems().unexpected(problem));
            workbench.closed().whenComplete((_, problem) -> {
                if (problem == null) {
                    closed.complete(null);
                } else {
                    closed.completeExceptionally(problem);
                }
            });
        } catch (RuntimeException problem) {
            executor.close();
            closed.completeExceptionally(problem);
        }
    }
}
