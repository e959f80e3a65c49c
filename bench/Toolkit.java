package org.grokscope.workbench;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import org.grokscope.workbench.timeline.TimelineModel;

/** The toolkit's thread, for benchmarks that drive a window from their own. */
public final class Toolkit {
    private Toolkit() {}

    /** Does something on the toolkit's thread, and returns what came of it once it is done. */
    public static <T> T call(Callable<T> work) throws Exception {
        CompletableFuture<T> done = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                done.complete(work.call());
            } catch (Exception | Error problem) {
                done.completeExceptionally(problem);
            }
        });
        return done.get();
    }

    /** Returns what the timeline of a window shows. */
    public static TimelineModel timeline(Workbench workbench) {
        return workbench.model().timeline();
    }
}
