package org.grokscope.workbench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.grokscope.measure.Evaluation;
import org.grokscope.measure.Milestone;
import org.grokscope.run.Lineage;
import org.grokscope.run.RunDirectory;
import org.grokscope.run.RunEvent;
import org.grokscope.run.RunHead;
import org.grokscope.run.RunHistory;
import org.grokscope.run.RunState;
import org.grokscope.run.RunWriter;
import org.jspecify.annotations.Nullable;

/** A folder of run directories as training leaves them, made from histories that need no hours to come about. */
public final class SavedRuns implements AutoCloseable {
    private final Path folder;
    private final List<RunWriter> writers = new ArrayList<>();

    /** Makes runs in a folder. */
    public SavedRuns(Path folder) {
        this.folder = folder;
    }

    /** Writes a run and returns its id; one in training stays in the hands of a writer. */
    public String save(RunHistory run) {
        return save(run, run.head().lineage());
    }

    /** Writes a run as the fork of another. */
    public String saveFork(RunHistory run, String parent, int step) {
        return save(run, new Lineage(parent, step, List.of("weightDecay")));
    }

    private String save(RunHistory run, @Nullable Lineage lineage) {
        RunHead head = run.head();
        try {
            RunDirectory directory = RunDirectory.create(folder, head.name(), head.configuration(), lineage,
                    head.environment());
            if (run.state() != RunState.NEW) {
                write(run, directory);
            }
            return directory.head().id();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private void write(RunHistory run, RunDirectory directory) throws IOException {
        RunWriter writer = RunWriter.open(directory);
        writers.add(writer);
        writer.append(new RunEvent.Started(0, Instant.EPOCH, null));
        for (Evaluation evaluation : run.evaluations()) {
            writer.append(evaluation);
            for (Map.Entry<Milestone, Integer> reached : run.milestones().reached().entrySet()) {
                if (reached.getValue() == evaluation.step()) {
                    writer.append(new RunEvent.MilestoneReached(evaluation.step(), Instant.EPOCH, reached.getKey()));
                }
            }
        }
        int last = run.lastStep();
        switch (run.state()) {
            case FINISHED -> writer.append(new RunEvent.Finished(last, Instant.EPOCH));
            case PAUSED -> writer.append(new RunEvent.Paused(last, Instant.EPOCH, "Paused on request."));
            case DIVERGED -> writer.append(new RunEvent.Diverged(last, Instant.EPOCH, "The loss was not finite."));
            case FAILED -> writer.append(new RunEvent.Failed(last, Instant.EPOCH, "It broke."));
            case NEW, TRAINING, INTERRUPTED -> {
                // Nothing more was written.
            }
        }
        if (run.state() != RunState.TRAINING) {
            writer.close();
            writers.remove(writer);
        }
    }

    @Override
    public void close() throws IOException {
        for (RunWriter writer : writers) {
            writer.close();
        }
    }
}
