package org.grokscope.training.worker;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.grokscope.file.ProblemSentence;
import org.grokscope.run.RunDirectory;
import org.grokscope.run.RunEvent;
import org.grokscope.run.RunWriter;
import org.grokscope.training.DeviceChoice;
import org.grokscope.training.RunOutline;
import org.grokscope.training.Submission;
import org.grokscope.training.TrainingRun;
import org.grokscope.training.TrainingRun.Phase;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A run's place among the workers: it waits for room, has a process that trains it, or has left. */
final class WorkerJob {
    private static final Logger LOG = LoggerFactory.getLogger(WorkerJob.class);

    private final Submission submission;
    private final Path path;
    private final String id;
    private final DeviceChoice device;
    private final int threads;
    private WorkerReport last;
    private boolean working;
    private boolean stopping;
    private @Nullable WorkerProcess process;

    /** @param threads of the tensor library that it is to be computed with */
    WorkerJob(Submission submission, DeviceChoice device, int threads) {
        this.submission = submission;
        this.path = submission.run();
        this.id = String.valueOf(path.getFileName());
        this.device = device;
        this.threads = threads;
        RunOutline outline = RunOutline.of(submission);
        this.last = new WorkerReport(outline.name(), Phase.QUEUED, outline.step(), outline.lastStep(), Double.NaN, "",
                Double.NaN);
    }

    Path path() {
        return path;
    }

    int threads() {
        return threads;
    }

    /** Returns whether it takes up room. */
    boolean working() {
        return working;
    }

    /** Returns whether it would go on if there were room. */
    boolean waiting() {
        return last.phase() == Phase.QUEUED && !working;
    }

    boolean ended() {
        return last.phase().ended();
    }

    Optional<WorkerProcess> process() {
        return Optional.ofNullable(process);
    }

    /** Lets it train: in a new process, or in its own if it was paused. */
    void start(WorkerProgram program, Consumer<WorkerReport> reports, IntConsumer end) {
        working = true;
        if (process != null) {
            process.tell(WorkerCommand.RESUME);
            return;
        }
        try {
            process = new WorkerProcess(program.launch(submission, device, threads), reports, end);
        } catch (IOException e) {
            LOG.error("No worker process could be started for the run {}.", id, e);
            become(Phase.FAILED, "No worker process could be started (" + ProblemSentence.of(e) + ").");
        }
    }

    /** Lets it wait for room again, if it was paused because its directory could not be written. */
    void resume() {
        if (last.phase() == Phase.PAUSED) {
            become(Phase.QUEUED, "");
        }
    }

    void stop() {
        stopping = true;
        if (process != null) {
            process.tell(WorkerCommand.STOP);
        } else if (!ended()) {
            become(Phase.STOPPED, "");
        }
    }

    /** Takes note of what its process says; returns whether its phase is another now. */
    boolean heard(WorkerReport report) {
        boolean changed = report.phase() != last.phase();
        last = report;
        working = report.phase() == Phase.QUEUED || report.phase() == Phase.TRAINING;
        return changed;
    }

    /**
     * Takes note that its process is gone. One that went without a word has failed, and is not begun again; but where it was
     * to stop, and ended before it could say so, the run is only not as far as it might be.
     */
    void left(int exitCode) {
        process = null;
        working = false;
        if (ended()) {
            return;
        }
        if (stopping) {
            become(Phase.STOPPED, "");
        } else {
            String message = "Its worker process ended with exit code " + exitCode
                    + "; resume the run to go on from its newest checkpoint.";
            become(Phase.FAILED, message);
            note(message);
        }
    }

    TrainingRun describe() {
        return new TrainingRun(id, path, last.name(), last.phase(), last.step(), last.lastStep(), last.stepsPerSecond(),
                last.message(), last.measuringShare(),
                process == null ? OptionalLong.empty() : OptionalLong.of(process.pid()));
    }

    private void become(Phase phase, String message) {
        working = false;
        last = new WorkerReport(last.name(), phase, last.step(), last.lastStep(), last.stepsPerSecond(), message,
                last.measuringShare());
    }

    private void note(String message) {
        try (RunWriter writer = RunWriter.open(RunDirectory.open(path))) {
            writer.append(new RunEvent.Failed(last.step(), Instant.now(), message));
        } catch (IOException e) {
            LOG.warn("The failure of the run {} could not be noted.", id, e);
        }
    }
}
