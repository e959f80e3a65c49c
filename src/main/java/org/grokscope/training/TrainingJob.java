package org.grokscope.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.grokscope.file.FileProblem;
import org.grokscope.file.ProblemSentence;
import org.grokscope.run.RunDirectory;
import org.grokscope.text.InvalidSetting;
import org.grokscope.training.TrainingRun.Phase;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A run's place in training: what it is doing there, and what happens to it when something breaks. */
final class TrainingJob {
    private static final Logger LOG = LoggerFactory.getLogger(TrainingJob.class);

    private static final String YIELDING = "other work keeps the processors busy";

    private final Path path;
    private Submission submission;
    private final String id;
    private final Compute compute;
    private final BooleanSupplier wanted;
    private final SpeedGauge speed = new SpeedGauge();
    private Phase phase = Phase.QUEUED;
    private final String name;
    private String message = "";
    private int step;
    private int lastStep;
    private double measuringShare = Double.NaN;
    private @Nullable RunSession session;

    /** @param wanted whether an evaluation that takes long is still waited for */
    TrainingJob(Submission submission, Compute compute, BooleanSupplier wanted) {
        this.wanted = wanted;
        this.submission = submission;
        this.path = submission.run();
        this.id = String.valueOf(path.getFileName());
        RunOutline outline = RunOutline.of(submission);
        this.name = outline.name();
        this.step = outline.step();
        this.lastStep = outline.lastStep();
        this.compute = compute;
    }

    Path path() {
        return path;
    }

    Phase phase() {
        return phase;
    }

    boolean wantsToTrain() {
        return phase.wantsToTrain();
    }

    /** Begins the run's turn in training. */
    void beginTurn() {
        if (session != null) {
            speed.begin(step);
        }
    }

    /** Takes one step, after opening the run if need be; returns whether there is more to do now. */
    boolean advance() {
        guarded(() -> {
            RunSession open = session();
            phase = Phase.TRAINING;
            StepOutcome outcome = open.advance();
            step = open.step();
            lastStep = open.lastStep();
            measuringShare = open.measuringShare();
            speed.tick(step);
            switch (outcome) {
                case GOES_ON -> {
                }
                case FINISHED -> leave(Phase.FINISHED, "");
                case DIVERGED -> leave(Phase.DIVERGED, "A loss or parameter was not finite.");
            }
        });
        return phase == Phase.TRAINING;
    }

    /** Lets a run go on that was paused because its directory could not be written. */
    void resume() {
        if (phase == Phase.PAUSED) {
            phase = Phase.QUEUED;
            message = "";
        }
    }

    /** Takes the run off the executor, with a checkpoint. */
    void stop() {
        if (phase.ended()) {
            return;
        }
        guarded(() -> {
            if (session != null) {
                session.pause("Stopped on request.");
                // An evaluation that was broken off comes after the step it was to follow.
                step = session.step();
            }
            leave(Phase.STOPPED, "");
        });
        if (!phase.ended()) {
            // Its directory cannot be written; what is on disk stays.
            leave(Phase.STOPPED, message);
        }
    }

    /** @param yielding whether training yields to other work on the machine */
    TrainingRun describe(boolean yielding) {
        String note = yielding && message.isEmpty() && phase == Phase.TRAINING ? YIELDING : message;
        return new TrainingRun(id, path, name, phase, step, lastStep, speed.stepsPerSecond(), note,
                measuringShare, OptionalLong.empty());
    }

    private RunSession session() throws IOException {
        if (session == null) {
            RunDirectory directory = RunDirectory.open(path);
            session = SessionStart.open(directory, compute, submission.from(), submission.steps(), wanted);
            // Taken up again after its folder could not be written, it goes on from where it stands then.
            submission = Submission.of(path);
            step = session.step();
            // What came before, a pause or a newer step than its checkpoint's, is none of its speed.
            speed.begin(step);
        }
        return session;
    }

    private interface Work {
        void run() throws IOException;
    }

    /**
     * Keeps the executor alive whatever happens to the run: a run directory that cannot be written pauses the run, which
     * goes on from its newest checkpoint once it is resumed; anything else fails it.
     */
    private void guarded(Work work) {
        try {
            work.run();
        } catch (CancellationException brokenOff) {
            LOG.debug("An evaluation of the run {} is broken off; it is made again when the run goes on.", id);
        } catch (FileProblem | InvalidSetting e) {
            leave(Phase.FAILED, ProblemSentence.of(e));
        } catch (IOException e) {
            LOG.debug("The run {} cannot be written.", id, e);
            close();
            phase = Phase.PAUSED;
            message = "The run folder could not be written (" + ProblemSentence.of(e)
                    + "); free some space or repair the disk, then resume: the run goes on from its newest checkpoint.";
        } catch (RuntimeException | Error e) {
            LOG.error("The run {} failed.", id, e);
            fail(ProblemSentence.of(e));
        }
    }

    private void fail(String reason) {
        if (session != null) {
            try {
                session.fail(reason);
            } catch (IOException e) {
                LOG.warn("The failure of the run {} could not be noted.", id, e);
            }
        }
        leave(Phase.FAILED, reason);
    }

    private void leave(Phase end, String why) {
        close();
        phase = end;
        message = why;
    }

    private void close() {
        RunSession closing = session;
        session = null;
        if (closing != null) {
            try {
                closing.close();
            } catch (IOException | RuntimeException e) {
                LOG.warn("The run {} could not be closed.", id, e);
            }
        }
    }

}
