package org.grokscope.run;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.grokscope.file.ProblemSentence;
import org.grokscope.text.InvalidSetting;
import org.jspecify.annotations.Nullable;

/** Finds the checkpoint that a run goes on from, and reads all of it before anything is changed. */
public final class ResumePoint {
    private ResumePoint() {}

    /**
     * Reads the checkpoint of a step, or the newest that holds moments: those without were kept to be looked at, and are
     * passed over.
     *
     * @param from a step with a checkpoint; empty for the newest
     * @return empty when no checkpoint holds moments
     * @throws DamagedCheckpoint when it is damaged, lacks something or is of another network; the sentence names an earlier
     *     one that is whole
     * @throws InvalidSetting when there is no checkpoint at the step
     */
    public static Optional<Checkpoint> of(RunDirectory run, OptionalInt from) throws IOException {
        List<Integer> steps = run.checkpointSteps();
        if (from.isEmpty()) {
            return newest(run, steps);
        }
        int step = from.getAsInt();
        InvalidSetting.unless(steps.contains(step), "from", "The run " + run.head().id()
                + " has no checkpoint at step " + step + "; it has them at " + steps + ".");
        Reading reading = read(run, step);
        if (reading.checkpoint == null || !reading.flaw.isEmpty()) {
            throw new DamagedCheckpoint(run, step, reading.flaw, wholeBefore(run, steps, step));
        }
        return Optional.of(reading.checkpoint);
    }

    /** As {@link #of} for the newest checkpoint at a step or before it, from which a fork would go on. */
    static Optional<Checkpoint> upTo(RunDirectory run, int step) throws IOException {
        return newest(run, run.checkpointSteps().stream().filter(it -> it <= step).toList());
    }

    private static Optional<Checkpoint> newest(RunDirectory run, List<Integer> steps) throws IOException {
        for (int step : steps.reversed()) {
            Reading reading = read(run, step);
            if (reading.checkpoint != null && reading.flaw.isEmpty()) {
                return Optional.of(reading.checkpoint);
            }
            if (!reading.flaw.equals(Reading.LIGHT)) {
                throw new DamagedCheckpoint(run, step, reading.flaw, wholeBefore(run, steps, step));
            }
        }
        return Optional.empty();
    }

    private static OptionalInt wholeBefore(RunDirectory run, List<Integer> steps, int step) {
        return steps.reversed().stream().filter(earlier -> earlier < step)
                .filter(earlier -> read(run, earlier).flaw.isEmpty()).mapToInt(Integer::intValue).findFirst();
    }

    private record Reading(@Nullable Checkpoint checkpoint, String flaw) {
        static final String LIGHT = "has no moments";
    }

    private static Reading read(RunDirectory run, int step) {
        try {
            Checkpoint checkpoint = run.checkpoint(step);
            List<String> flaws = CheckpointFlaws.of(checkpoint, run.head());
            boolean light = checkpoint.firstMoments().isEmpty() && checkpoint.secondMoments().isEmpty();
            return new Reading(checkpoint, flaws.isEmpty() ? light ? Reading.LIGHT : "" : flaws.getFirst());
        } catch (IOException damaged) {
            return new Reading(null, "cannot be read ("
                    + ProblemSentence.of(damaged).replaceAll("\\.$", "") + ")");
        }
    }
}
