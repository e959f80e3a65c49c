package org.grokscope.training;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.grokscope.run.Environment;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread of this process that trains. A few runs share it by turns, a slice of steps each; the others wait until one
 * of them ends, in the order they were submitted, and hold no network meanwhile. One a process: the tensor library has room
 * for one gradient at a time.
 */
public final class LocalExecutor extends TellingExecutor {
    /**
     * How many runs take turns at once: the four values of λ that the paper forks with. With all by turns, of a hundred seeds
     * nobody would see one end before nearly all do.
     */
    static final int AT_TURNS = 4;

    private static final Logger LOG = LoggerFactory.getLogger(LocalExecutor.class);
    /** Long enough that changing runs costs nothing, short enough that a person sees all of them move. */
    private static final long TURN_NANOS = Duration.ofSeconds(2).toNanos();

    private sealed interface Command {
        record Submit(Submission submission) implements Command {}

        record Resume(Path runDirectory) implements Command {}

        record Stop(Path runDirectory) implements Command {}

        record Trial(CompletableFuture<TrialSpeed> speed) implements Command {}

        record Close() implements Command {}
    }

    private final LinkedBlockingQueue<Command> commands = new LinkedBlockingQueue<>();
    private final DeviceChoice device;
    private final int threads;
    private final CountDownLatch needed = new CountDownLatch(1);
    private final CompletableFuture<Compute> compute = new CompletableFuture<>();
    private final Thread thread;
    // Of the training thread alone.
    private WaitingThreads waiting = new WaitingThreads(1);
    private volatile boolean closing;
    /** Whether nothing that is asked for from now on will be done. */
    private volatile boolean over;

    // Of the executor's thread alone:
    private final List<TrainingJob> jobs = new ArrayList<>();
    private int turn;
    private long reportedAt;
    private boolean open = true;

    /**
     * Starts the executor; the tensor library is loaded on its thread once there is something to do, or somebody asks what
     * runs are computed on.
     *
     * @param threads of the tensor library; only the first executor of a process can choose
     */
    public LocalExecutor(DeviceChoice device, int threads) {
        this.device = device;
        this.threads = threads;
        thread = Thread.ofPlatform().name("training executor").daemon().start(this::live);
    }

    @Override
    public Optional<Environment> foreseen() {
        return Compute.foreseen(device, threads);
    }

    @Override
    public void prepare() {
        needed.countDown();
    }

    @Override
    public Environment environment(int runs) {
        prepare();
        return joined(compute).environment();
    }

    private static <T> T joined(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            switch (e.getCause()) {
                case RuntimeException cause -> throw cause;
                case Error cause -> throw cause;
                case null, default -> throw e;
            }
        }
    }

    @Override
    public TrialSpeed trialSpeed() {
        environment();
        CompletableFuture<TrialSpeed> speed = new CompletableFuture<>();
        order(new Command.Trial(speed));
        if (over) {
            refuse(speed);
        }
        return joined(speed);
    }

    private void order(Command command) {
        commands.add(command);
        needed.countDown();
    }

    private static void refuse(CompletableFuture<TrialSpeed> trial) {
        trial.completeExceptionally(new IllegalStateException("The executor is closed."));
    }

    @Override
    public void submitAll(List<Submission> submissions) {
        submissions.forEach(submission -> order(new Command.Submit(submission)));
    }

    @Override
    public void resume(Path runDirectory) {
        order(new Command.Resume(runDirectory));
    }

    @Override
    public void stop(Path runDirectory) {
        order(new Command.Stop(runDirectory));
    }

    @Override
    public void close() {
        order(new Command.Close());
        // Not before there is an order that says what becomes of a run whose evaluation is broken off.
        closing = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Loads the tensor library as soon as it is needed; nothing where the executor is closed before, or it cannot be had. */
    private Optional<Compute> loaded() {
        try {
            needed.await();
            if (commands.peek() instanceof Command.Close) {
                throw new IllegalStateException("The executor is closed.");
            }
            Compute loaded = Compute.load(device, threads);
            if (device == DeviceChoice.AUTO) {
                DeviceReport.loaded().fallback().ifPresent(LOG::warn);
            }
            compute.complete(loaded);
            return Optional.of(loaded);
        } catch (RuntimeException | Error | InterruptedException e) {
            compute.completeExceptionally(e);
            return Optional.empty();
        }
    }

    private void live() {
        loaded().ifPresent(this::live);
    }

    private void live(Compute loaded) {
        try (WaitingThreads whileOpen = new WaitingThreads(loaded.environment().threads())) {
            waiting = whileOpen;
            while (open) {
                obey(loaded, jobs.stream().noneMatch(TrainingJob::wantsToTrain));
                TrainingJob next = open ? nextInTurn() : null;
                if (next != null) {
                    takeTurn(next);
                }
            }
        } catch (InterruptedException e) {
            jobs.forEach(TrainingJob::stop);
        } catch (RuntimeException | Error e) {
            LOG.error("The training thread ends; its runs are stopped.", e);
            jobs.forEach(TrainingJob::stop);
        }
        over = true;
        commands.stream().filter(Command.Trial.class::isInstance)
                .forEach(late -> refuse(((Command.Trial) late).speed()));
        report(true);
    }

    /** Returns those that take turns: who had one keeps its place until it ends. */
    private List<TrainingJob> atTurns() {
        return jobs.stream().filter(TrainingJob::wantsToTrain)
                .sorted(Comparator.comparing(job -> job.phase() == TrainingRun.Phase.QUEUED)).limit(AT_TURNS).toList();
    }

    /** Returns whose turn it is, or null when no run wants to train. */
    private @Nullable TrainingJob nextInTurn() {
        List<TrainingJob> atTurns = atTurns();
        for (int i = 0; i < jobs.size(); i++) {
            TrainingJob job = jobs.get((turn + i) % jobs.size());
            if (atTurns.contains(job)) {
                turn = (turn + i + 1) % jobs.size();
                return job;
            }
        }
        return null;
    }

    private void takeTurn(TrainingJob job) {
        long began = System.nanoTime();
        job.beginTurn();
        boolean moved = true;
        while (moved && commands.isEmpty() && (System.nanoTime() - began < TURN_NANOS || alone(job))) {
            TrainingRun.Phase before = job.phase();
            moved = job.advance();
            waiting.betweenSteps();
            report(job.phase() != before);
        }
    }

    private boolean alone(TrainingJob job) {
        return jobs.stream().noneMatch(other -> other != job && other.wantsToTrain());
    }

    private void obey(Compute loaded, boolean wait) throws InterruptedException {
        Command command = wait ? commands.take() : commands.poll();
        for (; command != null; command = commands.poll()) {
            switch (command) {
                case Command.Submit(Submission submission) ->
                    submit(new TrainingJob(submission, loaded, () -> !closing));
                case Command.Resume(Path directory) -> with(directory, TrainingJob::resume);
                case Command.Stop(Path directory) -> with(directory, TrainingJob::stop);
                case Command.Trial(CompletableFuture<TrialSpeed> speed) -> tryOut(loaded, speed);
                case Command.Close() -> {
                    jobs.forEach(TrainingJob::stop);
                    open = false;
                }
            }
            report(true);
        }
    }

    private void tryOut(Compute loaded, CompletableFuture<TrialSpeed> speed) {
        try {
            speed.complete(open ? SpeedTrial.run(loaded.device(), waiting) : TrialSpeed.NONE);
        } catch (RuntimeException | Error e) {
            speed.completeExceptionally(e);
        }
    }

    /** A run that left the executor and comes again takes the place of its former self. */
    private void submit(TrainingJob job) {
        if (jobs.stream().anyMatch(other -> other.path().equals(job.path()) && !other.phase().ended())) {
            LOG.warn("The run {} is in training already.", job.path());
            return;
        }
        jobs.removeIf(other -> other.path().equals(job.path()));
        jobs.add(job);
    }

    private void with(Path runDirectory, Consumer<TrainingJob> act) {
        Path path = runDirectory.toAbsolutePath().normalize();
        jobs.stream().filter(job -> job.path().equals(path) && !job.phase().ended()).forEach(act);
    }

    private void report(boolean atOnce) {
        long now = System.nanoTime();
        if (!atOnce && now - reportedAt < REPORT_EVERY.toNanos()) {
            return;
        }
        reportedAt = now;
        stand(new TrainingSnapshot(jobs.stream().map(job -> job.describe(waiting.yielding())).toList()));
        tell(snapshot());
    }
}
