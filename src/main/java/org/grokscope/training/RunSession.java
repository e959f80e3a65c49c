package org.grokscope.training;

import ai.djl.Device;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.grokscope.measure.Evaluation;
import org.grokscope.measure.Measure;
import org.grokscope.measure.Milestone;
import org.grokscope.measure.Milestones;
import org.grokscope.measure.TokenPlanes;
import org.grokscope.run.Checkpoint;
import org.grokscope.run.Environment;
import org.grokscope.run.PredictionLog;
import org.grokscope.run.RunDirectory;
import org.grokscope.run.RunEvent;
import org.grokscope.run.RunHead;
import org.grokscope.run.RunHistory;
import org.grokscope.run.RunWriter;
import org.grokscope.settings.RunConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * One run being written: takes steps, looks at the network when it is time to, and keeps the run directory such that
 * what is on disk can always be opened and gone on from.
 */
final class RunSession implements AutoCloseable {
    /** A person will want to go on from exactly here. */
    private static final Set<Milestone> WORTH_A_CHECKPOINT = EnumSet.of(Milestone.MEMORISED, Milestone.CEILING,
            Milestone.GROKKED);

    private final RunHead head;
    private final RunConfiguration configuration;
    private final RunWriter writer;
    private final CheckpointWriter checkpoints;
    private final Device device;
    private final Optional<ForkOrigin> origin;
    private final List<Evaluation> evaluations;
    private final Stopwatch stopwatch;
    private final BooleanSupplier wanted;
    private final KeptPredictions predictions;
    private Milestones milestones;
    private Trainer trainer;
    private Evaluator evaluator;
    private int lastCheckpoint;

    RunSession(RunDirectory directory, RunWriter writer, Device device, Optional<ForkOrigin> origin,
            Trainer trainer, long wallMillis, int lastCheckpoint, BooleanSupplier wanted) throws IOException {
        this.head = directory.head();
        this.configuration = head.configuration();
        this.writer = writer;
        this.checkpoints = new CheckpointWriter(writer);
        this.device = device;
        this.origin = origin;
        this.trainer = trainer;
        this.wanted = wanted;
        this.evaluator = new Evaluator(configuration, trainer.network(), trainer.passes(), wanted);
        RunHistory history = directory.history();
        this.evaluations = new ArrayList<>(history.evaluations());
        this.predictions = new KeptPredictions(configuration, PredictionLog.of(head, history.events()).open());
        this.milestones = Milestones.of(evaluations, configuration.thresholds());
        // A checkpoint from elsewhere may know less time than the log.
        this.stopwatch = new Stopwatch(
                Math.max(wallMillis, evaluations.isEmpty() ? 0 : evaluations.getLast().wallMillis()),
                trainer.stepsTaken());
        this.lastCheckpoint = lastCheckpoint;
        trainer.weightDecay(weightDecayAfter(trainer.stepsTaken()));
    }

    /**
     * Takes up a run where its newest checkpoint with moments left it, or begins it.
     *
     * @throws IOException when the run cannot be read or written, or somebody else writes it
     */
    static RunSession open(RunDirectory directory, Compute compute) throws IOException {
        return SessionStart.open(directory, compute, OptionalInt.empty(), OptionalInt.empty(), () -> true);
    }

    /** Begins a run at step 0; a fork that has no checkpoint begins its ancestors' steps there. */
    void begin(@Nullable Environment elsewhere) throws IOException {
        writer.append(new RunEvent.Started(0, now(), elsewhere));
        if (origin.isEmpty()) {
            evaluate();
        } else if (origin.get().step() == 0) {
            leaveParent();
        }
        checkpoint();
        // From the first step on there is something to go on from.
        checkpoints.await();
    }

    /**
     * Notes that a run is taken up at a checkpoint.
     *
     * @param begun whether it had begun before; a fork begins at its first checkpoint
     * @param replaced the steps whose evaluations will be made again
     */
    void goOn(boolean begun, @Nullable Environment elsewhere, List<Integer> replaced) throws IOException {
        writer.append(begun
                ? new RunEvent.Resumed(step(), now(), elsewhere, replaced)
                : new RunEvent.Started(step(), now(), elsewhere));
        if (!begun && origin.isPresent() && step() == origin.get().step()) {
            leaveParent();
        }
        boolean own = origin.isEmpty() || step() > origin.get().step();
        boolean evaluated = !evaluations.isEmpty() && evaluations.getLast().step() >= step();
        if (begun && own && !evaluated && step() % configuration.evaluation().evaluateEvery() == 0) {
            // It was broken off when the process was told to end.
            look();
        }
    }

    /** Returns how many updates were taken. */
    int step() {
        return trainer.stepsTaken();
    }

    /** Returns the step at which the run ends, as far as is known. */
    int lastStep() {
        return configuration.schedule().lastStep(milestones.step(Milestone.GROKKED));
    }

    /** Returns the share of the training time since this run was taken up that its evaluations took; NaN at first. */
    double measuringShare() {
        return stopwatch.measuringShare();
    }

    /**
     * Takes one step, and whatever is due after it.
     *
     * @throws IOException when the run directory cannot be written, or a checkpoint before could not
     */
    StepOutcome advance() throws IOException {
        checkpoints.check();
        stopwatch.start();
        try {
            return step() >= lastStep() ? finish() : takeStep();
        } finally {
            stopwatch.stop();
        }
    }

    private StepOutcome takeStep() throws IOException {
        double loss = trainer.step();
        if (!Double.isFinite(loss)) {
            return diverge("The loss was not finite.");
        }
        origin.ifPresent(it -> it.takingOverAt(step()).forEach(this::handOver));
        if (replaying(step())) {
            trainer.weightDecay(weightDecayAfter(step()));
            return StepOutcome.GOES_ON;
        }
        if (origin.isPresent() && step() == origin.get().step()) {
            handOver(head);
            leaveParent();
            return checkpoint() ? StepOutcome.GOES_ON : diverge("A parameter was not finite.");
        }
        return look() ? step() >= lastStep() ? finish() : StepOutcome.GOES_ON : diverge("A parameter was not finite.");
    }

    /** Does what is due at this step; returns false when a parameter is not finite. */
    private boolean look() throws IOException {
        boolean milestone = step() % configuration.evaluation().evaluateEvery() == 0 && evaluate();
        changeWeightDecay(trainer.weightDecay());
        boolean due = milestone || step() % configuration.evaluation().checkpointEvery() == 0;
        return !due || checkpoint();
    }

    /** Writes a checkpoint where the run stands and says why it waits; when this returns, all is on the disk. */
    void pause(String reason) throws IOException {
        if (lastCheckpoint != step() && !checkpoint()) {
            diverge("A parameter was not finite.");
            return;
        }
        checkpoints.await();
        writer.append(new RunEvent.Paused(step(), now(), reason));
    }

    /** Notes what broke the run. */
    void fail(String message) throws IOException {
        writer.append(new RunEvent.Failed(step(), now(), message));
    }

    private StepOutcome finish() throws IOException {
        if (evaluations.isEmpty() || evaluations.getLast().step() < step()) {
            // What the run came to is known, whatever the cadence; going on drops it again.
            evaluate();
        }
        if (lastCheckpoint != step() && !checkpoint()) {
            return diverge("A parameter was not finite.");
        }
        checkpoints.await();
        writer.append(new RunEvent.Finished(step(), now()));
        return StepOutcome.FINISHED;
    }

    private StepOutcome diverge(String reason) throws IOException {
        checkpoints.await();
        writer.append(new RunEvent.Diverged(step(), now(), reason));
        return StepOutcome.DIVERGED;
    }

    /** Measures and logs; returns whether a milestone was reached that deserves a checkpoint. */
    private boolean evaluate() throws IOException {
        long wallMillis = stopwatch.millis();
        double stepsPerSecond = stopwatch.lap(step());
        Evaluation measured = stopwatch.measuring(
                () -> evaluator.evaluate(step(), wallMillis, trainer.weightDecay(), stepsPerSecond));
        Set<Milestone> before = milestones.reached().keySet();
        evaluations.add(measured);
        milestones = Milestones.of(evaluations, configuration.thresholds());
        // What this evaluation shows may change the λ that it is to name: that of the next update.
        Evaluation evaluation = measured.with(Measure.WEIGHT_DECAY, weightDecayAfter(step()));
        evaluations.set(evaluations.size() - 1, evaluation);
        Optional<TokenPlanes> circles = stopwatch.measuring(() -> evaluator.planes(evaluation));
        if (circles.isPresent()) {
            writer.append(circles.get());
        }
        writer.append(evaluation);
        boolean worthACheckpoint = false;
        for (Milestone milestone : milestones.reached().keySet()) {
            if (!before.contains(milestone)) {
                writer.append(new RunEvent.MilestoneReached(step(), now(), milestone));
                worthACheckpoint |= WORTH_A_CHECKPOINT.contains(milestone);
            }
        }
        append(predictions.after(evaluations, milestones, before, now()));
        return worthACheckpoint;
    }

    /** Returns whether a step is one that the parent took before, too. */
    private boolean replaying(int step) {
        return origin.isPresent() && step < origin.get().step();
    }

    private void handOver(RunHead fork) {
        evaluator.close();
        trainer = ForkOrigin.handOver(trainer, fork, device);
        evaluator = new Evaluator(configuration, trainer.network(), trainer.passes(), wanted);
    }

    /** From here on a fork's own settings act. */
    private void leaveParent() throws IOException {
        changeWeightDecay(origin.orElseThrow().weightDecayAfter(step(), milestones));
        append(predictions.leaving(evaluations, milestones, weightDecayAfter(step()), now()));
    }

    private void append(List<RunEvent> events) throws IOException {
        for (RunEvent event : events) {
            writer.append(event);
        }
    }

    /** Lets the λ act that is now due, and says so when it is another. */
    private void changeWeightDecay(double before) throws IOException {
        double due = weightDecayAfter(step());
        trainer.weightDecay(due);
        if (due != before) {
            writer.append(new RunEvent.WeightDecayChanged(step(), now(), before, due));
        }
    }

    private double weightDecayAfter(int step) {
        return replaying(step)
                ? origin.orElseThrow().weightDecayAfter(step, milestones)
                : head.weightDecayAfter(step, milestones);
    }

    /** Has a checkpoint written, unless a parameter is not finite: the last finite one must stay the newest. */
    private boolean checkpoint() throws IOException {
        Checkpoint checkpoint = trainer.checkpoint(stopwatch.millis());
        if (!checkpoint.finite()) {
            return false;
        }
        checkpoints.write(checkpoint);
        lastCheckpoint = checkpoint.step();
        return true;
    }

    private static Instant now() {
        return Instant.now();
    }

    /** Lets checkpoints that were begun be finished, frees the network, and then, whatever came of that, others write the run. */
    @Override
    public void close() throws IOException {
        try (writer; Trainer _ = trainer; Evaluator _ = evaluator) {
            checkpoints.await();
        }
    }
}
