package org.grokscope.analysis;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.grokscope.settings.RunConfiguration;

/**
 * What runs that are to be trained together will take.
 *
 * @param shortest seconds until all have ended, if each ends as early as it may
 * @param longest seconds, if each ends as late as it may
 * @param bytes on the disk, at most
 */
public record RunEstimate(double shortest, double longest, long bytes) {
    private static final double HOUR = 3600;

    /**
     * A run to be trained.
     *
     * @param from the step at which it begins
     * @param earliest step at which it may end
     * @param latest step at which it may end
     */
    public record Planned(RunConfiguration settings, int from, int earliest, int latest) {}

    /**
     * Estimates.
     *
     * @param threads of the tensor library for each run
     * @param atOnce how many train at the same time; the others wait or take turns
     * @return empty while this machine's speed is not known
     */
    public static Optional<RunEstimate> of(List<Planned> runs, MachineSpeed speed, int threads, int atOnce) {
        double shortest = 0;
        double longest = 0;
        long bytes = 0;
        for (Planned run : runs) {
            OptionalDouble stepsPerSecond = speed.stepsPerSecond(run.settings(), threads);
            if (stepsPerSecond.isEmpty()) {
                return Optional.empty();
            }
            shortest += (run.earliest() - run.from()) / stepsPerSecond.getAsDouble();
            longest += (run.latest() - run.from()) / stepsPerSecond.getAsDouble();
            bytes += TrainingCost.bytes(run.settings(), run.latest() - run.from());
        }
        int together = Math.max(1, Math.min(atOnce, runs.size()));
        return Optional.of(new RunEstimate(shortest / together, longest / together, bytes));
    }

    /**
     * Returns what it is if other runs train already: as short, if there is room for all, or at the worst after the others.
     *
     * @param busy seconds until the others have ended
     */
    public RunEstimate beside(double busy) {
        return new RunEstimate(shortest, longest + busy, bytes);
    }

    /** Returns whether a person should think twice. */
    public boolean takesOverAnHour() {
        return longest > HOUR;
    }
}
