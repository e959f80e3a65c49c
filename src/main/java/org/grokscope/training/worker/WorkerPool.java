package org.grokscope.training.worker;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.grokscope.training.DeviceChoice;
import org.grokscope.training.RunExecutor;
import org.grokscope.training.Submission;
import org.grokscope.training.TrainingListeners;
import org.grokscope.training.TrainingSnapshot;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs that train in worker processes, as many at once as there is room for, the others in the order they were
 * submitted. One thread does all there is to decide; what workers say is news to it like a person's commands.
 */
final class WorkerPool implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WorkerPool.class);
    /** A worker that is to stop finishes its step and writes a checkpoint; a machine under load may need a while. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /** Says whether one more run may train. */
    interface Room {
        /**
         * @param training runs that the pool trains already
         * @param taken threads they compute with, together
         * @param threads that the next one computes with
         */
        boolean isThere(int training, int taken, int threads);
    }

    private final WorkerProgram program;
    private final Room room;
    private final ScheduledExecutorService thread = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().name("workers").daemon().factory());
    private final TrainingListeners listeners = new TrainingListeners();
    private volatile TrainingSnapshot snapshot = TrainingSnapshot.EMPTY;

    // Of the pool's thread alone:
    private final List<WorkerJob> jobs = new ArrayList<>();
    private boolean reportPlanned;
    private boolean open = true;

    WorkerPool(WorkerProgram program, Room room) {
        this.program = program;
        this.room = room;
    }

    /**
     * Queues a run.
     *
     * @param threads of the tensor library that it is to be computed with
     */
    void submit(Submission submission, DeviceChoice device, int threads) {
        act(() -> {
            WorkerJob job = new WorkerJob(submission, device, threads);
            if (jobs.stream().anyMatch(other -> other.path().equals(job.path()) && !other.ended())) {
                LOG.warn("The run {} is being trained already.", job.path());
                return;
            }
            jobs.removeIf(other -> other.path().equals(job.path()));
            jobs.add(job);
        });
    }

    void resume(Path runDirectory) {
        act(() -> with(runDirectory, WorkerJob::resume));
    }

    void stop(Path runDirectory) {
        act(() -> with(runDirectory, WorkerJob::stop));
    }

    /** Looks again whether there is room. */
    void look() {
        act(() -> {});
    }

    void listen(Consumer<TrainingSnapshot> listener) {
        listeners.add(listener);
    }

    TrainingSnapshot snapshot() {
        return snapshot;
    }

    /** Stops all runs with a checkpoint, and returns when their processes have ended. */
    @Override
    public void close() {
        try {
            for (WorkerProcess process : thread.submit(this::stopAll).get()) {
                process.await(PATIENCE);
            }
            thread.shutdown();
            thread.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            // Somebody else closed it.
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<WorkerProcess> stopAll() {
        open = false;
        jobs.forEach(WorkerJob::stop);
        report();
        return jobs.stream().flatMap(job -> job.process().stream()).toList();
    }

    /** Does something on the pool's thread, sees what follows from it, and tells. */
    private void act(Runnable what) {
        later(() -> {
            what.run();
            fill();
            report();
        });
    }

    private void later(Runnable what) {
        try {
            thread.execute(() -> {
                try {
                    what.run();
                } catch (RuntimeException e) {
                    LOG.error("The workers' thread failed.", e);
                }
            });
        } catch (RejectedExecutionException e) {
            LOG.debug("The workers are closed.", e);
        }
    }

    private void with(Path runDirectory, Consumer<WorkerJob> act) {
        Path path = runDirectory.toAbsolutePath().normalize();
        jobs.stream().filter(job -> job.path().equals(path) && !job.ended()).forEach(act);
    }

    /** Lets those that wait begin, in their order, as long as there is room. */
    private void fill() {
        for (WorkerJob job : jobs) {
            if (open && job.waiting()) {
                List<WorkerJob> working = jobs.stream().filter(WorkerJob::working).toList();
                if (!room.isThere(working.size(), working.stream().mapToInt(WorkerJob::threads).sum(),
                        job.threads())) {
                    return;
                }
                job.start(program, report -> heard(job, report), exitCode -> act(() -> job.left(exitCode)));
            }
        }
    }

    private void heard(WorkerJob job, WorkerReport report) {
        later(() -> {
            if (job.heard(report)) {
                fill();
                report();
            } else if (!reportPlanned) {
                reportPlanned = true;
                thread.schedule(this::report, RunExecutor.REPORT_EVERY.toMillis(), TimeUnit.MILLISECONDS);
            }
        });
    }

    private void report() {
        reportPlanned = false;
        snapshot = new TrainingSnapshot(jobs.stream().map(WorkerJob::describe).toList());
        listeners.tell(snapshot);
    }
}
