package org.grokscope.training.worker;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.grokscope.run.Environment;
import org.grokscope.run.RunDirectory;
import org.grokscope.training.Compute;
import org.grokscope.training.DeviceChoice;
import org.grokscope.training.LocalExecutor;
import org.grokscope.training.Submission;
import org.grokscope.training.TellingExecutor;
import org.grokscope.training.TrainingNews;
import org.grokscope.training.TrainingRun;
import org.grokscope.training.TrainingSnapshot;
import org.grokscope.training.TrialSpeed;

/**
 * An executor for one run or many. A run alone trains on this process's own {@link LocalExecutor} and its threads; several at
 * once train in worker processes of one thread each, as many as there are cores, because a network this small gains
 * little from more threads. A run that was begun on this machine keeps the number of threads that its run.json names,
 * so that it goes on with the same bits. On a GPU runs take turns on the local executor.
 */
public final class MachineExecutor extends TellingExecutor {
    private static final int CORES = Runtime.getRuntime().availableProcessors();

    private final OptionalInt threads;
    private final LocalExecutor own;
    private final WorkerPool pool;
    private final TrainingNews untold = new TrainingNews();
    private final AtomicInteger tellings = new AtomicInteger();
    private volatile Workers workers;

    // Guarded by this:
    private final SequencedMap<Path, Boolean> sentToWorkers = new LinkedHashMap<>();
    private boolean ownTrains;

    /**
     * Opens the executor; the tensor library is loaded in the background when it is needed.
     *
     * @param threads of the tensor library for every run; empty for what suits each
     * @param program that workers are started from
     */
    public MachineExecutor(DeviceChoice device, OptionalInt threads, Workers workers, WorkerProgram program) {
        this.threads = threads;
        this.workers = workers;
        this.own = new LocalExecutor(device, threads.orElse(Compute.DEFAULT_THREADS));
        this.pool = new WorkerPool(program, this::isThereRoom);
        own.listen(_ -> publish());
        pool.listen(_ -> publish());
    }

    @Override
    public Optional<Environment> foreseen() {
        return own.foreseen();
    }

    @Override
    public void prepare() {
        own.prepare();
    }

    @Override
    public OptionalInt atOnce() {
        return workers.most();
    }

    /** @throws org.grokscope.text.InvalidSetting when the number cannot be used */
    @Override
    public void atOnce(OptionalInt most) {
        workers = new Workers(most);
        pool.look();
    }

    @Override
    public Environment environment(int runs) {
        Environment here = own.environment();
        return staysHere(here, runs) ? here : here.withThreads(threads.orElse(1));
    }

    @Override
    public TrialSpeed trialSpeed() {
        return own.trialSpeed();
    }

    @Override
    public void submitAll(List<Submission> submissions) {
        // The tensor library may still load; nobody else waits for it.
        submit(submissions, own.environment());
    }

    private synchronized void submit(List<Submission> submissions, Environment here) {
        boolean alone = staysHere(here, submissions.size());
        for (Submission submission : submissions) {
            Path path = submission.run();
            int its = threadsOf(path, environment(submissions.size()));
            boolean worker = !here.gpu() && !(alone && its == here.threads());
            sentToWorkers.remove(path);
            sentToWorkers.put(path, worker);
            if (worker) {
                pool.submit(submission, DeviceChoice.CPU, its);
            } else {
                own.submitAll(List.of(submission));
            }
        }
    }

    /** A run that was begun on this machine goes on with its own number of threads. */
    private int threadsOf(Path path, Environment asNew) {
        try {
            Environment before = RunDirectory.open(path).head().environment();
            return threads.isEmpty() && before.threads() <= CORES
                    ? asNew.repeating(before).threads()
                    : asNew.threads();
        } catch (IOException e) {
            // Who is to train it will say what is wrong with it.
            return asNew.threads();
        }
    }

    /** Returns whether new runs, so many together, train on this process's own executor. */
    private synchronized boolean staysHere(Environment here, int runs) {
        return here.gpu() || workers.most().orElse(2) == 1 || runs == 1 && !training();
    }

    private boolean training() {
        return sentToWorkers.entrySet().stream().anyMatch(sent -> known(sent).map(run -> run.phase().wantsToTrain())
                .orElse(true));
    }

    private Optional<TrainingRun> known(Map.Entry<Path, Boolean> sent) {
        return (sent.getValue() ? pool.snapshot() : own.snapshot()).run(sent.getKey());
    }

    /** Even while this process's own executor keeps all cores busy, one worker may train: what is asked for begins. */
    private boolean isThereRoom(int training, int taken, int its) {
        boolean here = own.snapshot().training();
        if (workers.most().isPresent()) {
            return training + (here ? 1 : 0) < workers.most().getAsInt();
        }
        return training == 0 || taken + its + (here ? own.environment().threads() : 0) <= CORES;
    }

    @Override
    public void resume(Path runDirectory) {
        own.resume(runDirectory);
        pool.resume(runDirectory);
    }

    @Override
    public void stop(Path runDirectory) {
        own.stop(runDirectory);
        pool.stop(runDirectory);
    }

    @Override
    public void close() {
        // First the workers: where the local executor ends, there is room for one more of them.
        pool.close();
        own.close();
    }

    /** Whoever comes while somebody tells the listeners leaves the news to them: none is told out of order, or in a lock. */
    private void publish() {
        takeStock();
        if (tellings.getAndIncrement() > 0) {
            return;
        }
        int told = 1;
        while (told > 0) {
            for (var next = untold.poll(); next.isPresent(); next = untold.poll()) {
                tell(next.get());
            }
            told = tellings.addAndGet(-told);
        }
    }

    private synchronized void takeStock() {
        stand(new TrainingSnapshot(
                sentToWorkers.sequencedEntrySet().stream().flatMap(sent -> known(sent).stream()).toList()));
        boolean trains = own.snapshot().training();
        if (ownTrains && !trains) {
            pool.look();
        }
        ownTrains = trains;
        untold.accept(snapshot());
    }
}
