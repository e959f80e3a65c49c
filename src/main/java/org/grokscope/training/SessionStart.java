package org.grokscope.training;

import ai.djl.Device;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import org.grokscope.file.FileProblem;
import org.grokscope.run.Checkpoint;
import org.grokscope.run.Environment;
import org.grokscope.run.ResumePoint;
import org.grokscope.run.RunDirectory;
import org.grokscope.run.RunHead;
import org.grokscope.run.RunHistory;
import org.grokscope.run.RunState;
import org.grokscope.run.RunWriter;
import org.grokscope.text.InvalidSetting;

/**
 * How a run is taken up: whatever will be read is read and checked before anything is written, and what was taken is freed
 * when it cannot be.
 */
final class SessionStart {
    private SessionStart() {}

    /**
     * Takes up a run where a checkpoint left it, or begins it.
     *
     * @param from the step of the checkpoint to go on from; empty for the newest with moments, or the beginning
     * @param steps the run's new last step; empty keeps its own
     * @param wanted whether an evaluation that takes long is still waited for
     * @throws IOException when the run cannot be read or written, or somebody else writes it
     * @throws InvalidSetting when there is no such checkpoint, or the run has passed the last step
     */
    static RunSession open(RunDirectory directory, Compute compute, OptionalInt from, OptionalInt steps,
            BooleanSupplier wanted) throws IOException {
        InvalidSetting.unless(directory.head().imported() == null, "run", "The run " + directory.head().id()
                + " was trained by another program; fork it at one of its checkpoints to go on from there.");
        RunWriter writer = RunWriter.open(directory);
        RunSession session = null;
        try {
            Optional<ForkOrigin> origin = ForkOrigin.of(directory);
            Optional<Checkpoint> checkpoint = ResumePoint.of(directory, from);
            RunHistory before = directory.history();
            int start = checkpoint.map(Checkpoint::step).orElse(0);
            InvalidSetting.unless(steps.isEmpty() || steps.getAsInt() > (from.isPresent() ? start : before.reached()),
                    "steps", "The run " + directory.head().id() + " has reached step " + before.reached()
                            + "; --steps must be beyond it.");
            if (checkpoint.isEmpty() && !before.beginsFromSeed()) {
                // To begin again would erase what was measured.
                throw new FileProblem("The run " + directory.head().id()
                        + " has no checkpoint with moments that can be read, so there is nothing to go on from.");
            }
            if (steps.isPresent()) {
                writer.extend(steps.getAsInt());
            }
            List<Integer> replaced = writer.cutBackTo(checkpoint.map(Checkpoint::step).orElse(-1));
            Environment elsewhere = compute.environment().equals(directory.head().environment())
                    ? null
                    : compute.environment();
            session = of(directory, writer, compute.device(), origin, checkpoint, wanted);
            if (checkpoint.isEmpty()) {
                session.begin(elsewhere);
            } else {
                session.goOn(before.state() != RunState.NEW, elsewhere, replaced);
            }
            return session;
        } catch (IOException | RuntimeException | Error e) {
            free(session == null ? writer : session, e);
            throw e;
        }
    }

    private static RunSession of(RunDirectory directory, RunWriter writer, Device device, Optional<ForkOrigin> origin,
            Optional<Checkpoint> from, BooleanSupplier wanted) throws IOException {
        RunHead own = directory.head();
        Trainer trainer;
        if (from.isPresent()) {
            int step = from.get().step();
            RunHead acting = origin.filter(it -> step < it.step()).map(it -> it.ancestorAt(step)).orElse(own);
            trainer = Trainer.resume(acting.configuration(), from.get(), device, acting.lasting());
        } else {
            trainer = begin(own, origin, device);
        }
        try {
            return new RunSession(directory, writer, device, origin, trainer,
                    from.map(Checkpoint::wallMillis).orElse(0L), from.map(Checkpoint::step).orElse(-1), wanted);
        } catch (IOException | RuntimeException | Error e) {
            trainer.close();
            throw e;
        }
    }

    /** Begins with the eldest's weights, and lets whoever left a parent at step 0 do to them what they say. */
    private static Trainer begin(RunHead own, Optional<ForkOrigin> origin, Device device) {
        RunHead eldest = origin.map(it -> it.ancestors().getLast()).orElse(own);
        Trainer trainer = Trainer.begin(eldest.configuration(), device);
        for (RunHead fork : origin.map(it -> it.takingOverAt(0)).orElse(List.of())) {
            trainer = ForkOrigin.handOver(trainer, fork, device);
        }
        return origin.isPresent() && origin.get().step() == 0 ? ForkOrigin.handOver(trainer, own, device) : trainer;
    }

    /** Frees what was taken for a run that then could not be taken up. */
    private static void free(AutoCloseable taken, Throwable because) {
        try {
            taken.close();
        } catch (Exception second) {
            because.addSuppressed(second);
        }
    }
}
