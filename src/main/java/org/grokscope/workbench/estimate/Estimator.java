package org.grokscope.workbench.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.grokscope.analysis.ExpectedEnd;
import org.grokscope.analysis.MachineSpeed;
import org.grokscope.analysis.RunEstimate;
import org.grokscope.run.RunHistory;
import org.grokscope.settings.RunConfiguration;

/**
 * Estimates what new runs take on this machine.
 *
 * @param runs at hand, for where runs with the same settings grokked
 * @param atOnce how many may train at once; 0 for as many as there are cores
 * @param trial whether the speed was tried out, and how that went
 * @param busy seconds until what trains or waits now has ended, at the latest; 0 where nothing does
 */
public record Estimator(MachineSpeed speed, List<RunHistory> runs, int atOnce, SpeedModel.Trying trial, double busy) {
    private static final int CORES = Runtime.getRuntime().availableProcessors();

    /** Returns what new runs take, in words. */
    public EstimateText text(List<RunConfiguration> configurations) {
        List<ExpectedEnd> ends = configurations.stream().map(it -> ExpectedEnd.of(runs, it)).toList();
        List<RunEstimate.Planned> planned = new ArrayList<>();
        for (int i = 0; i < ends.size(); i++) {
            planned.add(
                    new RunEstimate.Planned(configurations.get(i), 0, ends.get(i).earliest(), ends.get(i).latest()));
        }
        boolean mayEndEarlier = configurations.stream().anyMatch(it -> it.schedule().stopAfterGrok() > 0)
                && ends.stream().anyMatch(it -> it.runs() == 0);
        return text(planned, mayEndEarlier);
    }

    /**
     * Returns what planned runs take, in words.
     *
     * @param mayEndEarlier whether the ends are the last steps of runs that may stop before
     */
    public EstimateText text(List<RunEstimate.Planned> planned, boolean mayEndEarlier) {
        int together = together(planned.size());
        int threads = together > 1 ? 1 : speed.here().threads();
        return EstimateText.of(RunEstimate.of(planned, speed, threads, together).map(it -> it.beside(busy)),
                mayEndEarlier, trial);
    }

    /** Returns the seconds that a run takes alone for so many steps; empty while this machine's speed is not known. */
    public Optional<Double> seconds(RunConfiguration run, int steps) {
        OptionalDouble stepsPerSecond = speed.stepsPerSecond(run, speed.here().threads());
        return stepsPerSecond.isPresent() ? Optional.of(steps / stepsPerSecond.getAsDouble()) : Optional.empty();
    }

    /** On a GPU runs take turns, and so they do where a person wants none in other processes. */
    private int together(int planned) {
        return planned == 1 || atOnce == 1 || speed.here().gpu()
                ? 1
                : Math.min(planned, atOnce == 0 ? CORES : atOnce);
    }
}
