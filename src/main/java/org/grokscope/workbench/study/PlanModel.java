package org.grokscope.workbench.study;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.grokscope.file.ProblemSentence;
import org.grokscope.study.slurm.LineStatus;
import org.grokscope.study.slurm.PlanReader;
import org.grokscope.study.slurm.TaskOrder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the lines of a plan while somebody looks at it, on a thread of its own: ssh may take its time. The state is of the
 * toolkit's thread.
 */
public final class PlanModel implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PlanModel.class);
    private static final long PERIOD_MILLIS = 2000;

    private final Path folder;
    private final Executor toolkit;
    private final ReadOnlyObjectWrapper<PlanState> state = new ReadOnlyObjectWrapper<>(PlanState.NONE);
    private final ScheduledExecutorService thread = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().name("plan reader").daemon().factory());

    // Of that thread alone:
    private @Nullable PlanReader reader;
    private List<LineStatus> lines = List.of();
    /** What was refused; said until the next order. */
    private String refused = "";

    /**
     * Prepares; nothing is read yet.
     *
     * @param folder of the plan
     * @param toolkit runs something on the toolkit's thread
     */
    public PlanModel(Path folder, Executor toolkit) {
        this.folder = folder;
        this.toolkit = toolkit;
    }

    /** Begins to look, every two seconds. */
    public void start() {
        thread.scheduleWithFixedDelay(this::look, 0, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Returns the plan's folder. */
    Path folder() {
        return folder;
    }

    /** Returns where the lines stand. */
    public ReadOnlyObjectProperty<PlanState> state() {
        return state.getReadOnlyProperty();
    }

    /** Orders something about a line's task; what came of it is seen in its state. */
    void order(TaskOrder order, int line) {
        thread.execute(() -> {
            try {
                reader().order(order, line);
                refused = "";
            } catch (IOException problem) {
                LOG.debug("Line {} of {}: {} was refused", line, folder, order, problem);
                refused = ProblemSentence.of(problem);
            } catch (InterruptedException closing) {
                Thread.currentThread().interrupt();
            }
            look();
        });
    }

    private PlanReader reader() throws IOException {
        PlanReader open = reader;
        if (open == null) {
            open = PlanReader.open(folder);
            reader = open;
        }
        return open;
    }

    private void look() {
        String problem;
        try {
            PlanReader open = reader();
            lines = open.read();
            problem = open.problem();
        } catch (IOException | RuntimeException unreadable) {
            LOG.debug("The plan {} cannot be read", folder, unreadable);
            problem = ProblemSentence.of(unreadable);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return;
        }
        PlanState now = new PlanState(lines, refused.isEmpty() ? problem : refused);
        toolkit.execute(() -> state.set(now));
    }

    /** Looks no more. */
    @Override
    public void close() {
        thread.shutdownNow();
    }
}
