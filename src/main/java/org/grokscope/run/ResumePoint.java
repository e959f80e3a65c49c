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
        InvalidSetting.unless(from.isEmpty() || steps.contains(from.getAsInt()), "from", "The run " + run.head().id()
                + " has no checkpoint at step " + from.orElse(0) + "; it has them at " + steps + ".");
        for (int step : steps.reversed()) {
            if (from.isEmpty() || from.getAsInt() == step) {
                Reading reading = read(run, step);
                if (reading.checkpoint != null && reading.flaw.isEmpty()) {
                    return Optional.of(reading.checkpoint);
                }
                boolean light = reading.flaw.equals(Reading.LIGHT);
                if (!light || from.isPresent()) {
                    throw new DamagedCheckpoint(run, step, reading.flaw, wholeBefore(run, steps, step));
                }
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
