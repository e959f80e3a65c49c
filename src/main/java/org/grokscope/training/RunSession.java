package org.grokscope.training;

import ai.djl.Device;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.grokscope.measure.Evaluation;
import org.grokscope.measure.Milestone;
import org.grokscope.measure.Milestones;
import org.grokscope.run.Checkpoint;
import org.grokscope.run.RunConfiguration;
import org.grokscope.run.RunDirectory;
import org.grokscope.run.RunEvent;
import org.grokscope.run.RunHistory;
import org.grokscope.run.RunWriter;

/**
 * One run being written: takes steps, looks at the network when it is time to, and keeps the run directory such that
 * what is on disk can always be opened and gone on from.
 */
final class RunSession implements AutoCloseable {
    /** A person will want to go on from exactly here. */
    private static final Set<Milestone> WORTH_A_CHECKPOINT = EnumSet.of(Milestone.MEMORISED, Milestone.CEILING,
            Milestone.GROKKED);

    /** How a step left the run. */
    enum Outcome {
        /** There is more to do. */
        GOES_ON,
        /** That was the last step. */
        FINISHED,
        /** A loss or parameter is not finite. */
        DIVERGED
    }

    private final RunConfiguration configuration;
    private final RunWriter writer;
    private final Trainer trainer;
    private final Evaluator evaluator;
    private final List<Evaluation> evaluations;
    private final Set<Milestone> reached;
    private final Stopwatch stopwatch;
    private int lastCheckpoint;

    private RunSession(RunConfiguration configuration, RunWriter writer, Trainer trainer, RunHistory history,
            long wallMillis, int lastCheckpoint) {
        this.configuration = configuration;
        this.writer = writer;
        this.trainer = trainer;
        this.evaluator = new Evaluator(configuration, trainer);
        this.evaluations = new ArrayList<>(history.evaluations());
        this.reached = EnumSet.noneOf(Milestone.class);
        reached.addAll(history.milestones().reached().keySet());
        this.stopwatch = new Stopwatch(wallMillis, trainer.stepsTaken());
        this.lastCheckpoint = lastCheckpoint;
    }

    /**
     * Takes up a run where its newest checkpoint with moments left it, or begins it.
     *
     * @throws IOException when the run cannot be read or written, or somebody else writes it
     */
    static RunSession open(RunDirectory directory, Device device) throws IOException {
        RunWriter writer = RunWriter.open(directory);
        try {
            RunConfiguration configuration = directory.head().configuration();
            OptionalInt from = newestResumable(directory);
            if (from.isEmpty()) {
                writer.cutBackTo(-1);
                RunSession session = new RunSession(configuration, writer, Trainer.begin(configuration, device),
                        directory.history(), 0, -1);
                session.begin();
                return session;
            }
            Checkpoint checkpoint = directory.checkpoint(from.getAsInt());
            writer.cutBackTo(checkpoint.step());
            RunSession session = new RunSession(configuration, writer,
                    Trainer.resume(configuration, checkpoint, device), directory.history(), checkpoint.wallMillis(),
                    checkpoint.step());
            writer.append(new RunEvent.Resumed(checkpoint.step(), now()));
            return session;
        } catch (IOException | RuntimeException e) {
            writer.close();
            throw e;
        }
    }

    private static OptionalInt newestResumable(RunDirectory directory) throws IOException {
        for (int step : directory.checkpointSteps().reversed()) {
            if (directory.hasMoments(step)) {
                return OptionalInt.of(step);
            }
        }
        return OptionalInt.empty();
    }

    private void begin() throws IOException {
        writer.append(new RunEvent.Started(0, now()));
        evaluate();
        checkpoint();
    }

    /** Returns how many updates were taken. */
    int step() {
        return trainer.stepsTaken();
    }

    /** Returns the step at which the run ends, as far as is known. */
    int lastStep() {
        int steps = configuration.schedule().steps();
        OptionalInt grokked = Milestones.of(evaluations, configuration.thresholds()).step(Milestone.GROKKED);
        int afterGrok = configuration.schedule().stopAfterGrok();
        return afterGrok > 0 && grokked.isPresent() ? Math.min(steps, grokked.getAsInt() + afterGrok) : steps;
    }

    /** Returns the newest evaluation. */
    Evaluation newest() {
        return evaluations.getLast();
    }

    /**
     * Takes one step, and whatever is due after it.
     *
     * @throws IOException when the run directory cannot be written
     */
    Outcome advance() throws IOException {
        if (step() >= lastStep()) {
            return finish();
        }
        stopwatch.start();
        try {
            double loss = trainer.step();
            if (!Double.isFinite(loss)) {
                return diverge("The loss was not finite.");
            }
            boolean milestone = step() % configuration.evaluation().evaluateEvery() == 0 && evaluate();
            if (milestone || step() % configuration.evaluation().checkpointEvery() == 0) {
                if (!checkpoint()) {
                    return diverge("A parameter was not finite.");
                }
            }
        } finally {
            stopwatch.stop();
        }
        return step() >= lastStep() ? finish() : Outcome.GOES_ON;
    }

    /** Writes a checkpoint where the run stands and says why it waits. */
    void pause(String reason) throws IOException {
        if (lastCheckpoint != step() && !checkpoint()) {
            diverge("A parameter was not finite.");
            return;
        }
        writer.append(new RunEvent.Paused(step(), now(), reason));
    }

    /** Notes that a paused run goes on. */
    void resume() throws IOException {
        writer.append(new RunEvent.Resumed(step(), now()));
    }

    /** Notes what broke the run. */
    void fail(String message) throws IOException {
        writer.append(new RunEvent.Failed(step(), now(), message));
    }

    private Outcome finish() throws IOException {
        if (lastCheckpoint != step() && !checkpoint()) {
            return diverge("A parameter was not finite.");
        }
        writer.append(new RunEvent.Finished(step(), now()));
        return Outcome.FINISHED;
    }

    private Outcome diverge(String reason) throws IOException {
        writer.append(new RunEvent.Diverged(step(), now(), reason));
        return Outcome.DIVERGED;
    }

    /** Measures and logs; returns whether a milestone was reached that deserves a checkpoint. */
    private boolean evaluate() throws IOException {
        Evaluation evaluation = evaluator.evaluate(stopwatch.millis(), stopwatch.lap(step()));
        writer.append(evaluation);
        evaluations.add(evaluation);
        boolean worthACheckpoint = false;
        for (Milestone milestone : Milestones.of(evaluations, configuration.thresholds()).reached().keySet()) {
            if (reached.add(milestone)) {
                writer.append(new RunEvent.MilestoneReached(step(), now(), milestone));
                worthACheckpoint |= WORTH_A_CHECKPOINT.contains(milestone);
            }
        }
        return worthACheckpoint;
    }

    /** Writes a checkpoint, unless a parameter is not finite: the last finite one must stay the newest. */
    private boolean checkpoint() throws IOException {
        Checkpoint checkpoint = trainer.checkpoint(stopwatch.millis());
        if (!checkpoint.finite()) {
            return false;
        }
        writer.checkpoint(checkpoint);
        lastCheckpoint = checkpoint.step();
        return true;
    }

    private static Instant now() {
        return Instant.now();
    }

    /** Frees the network and lets others write the run. */
    @Override
    public void close() throws IOException {
        trainer.close();
        writer.close();
    }
}
