package org.grokscope.training;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * The executor at one moment.
 *
 * @param runs those in training in the order they were submitted, and those that left it since the program started
 */
public record TrainingSnapshot(List<TrainingRun> runs) {
    /** Nothing was submitted yet. */
    public static final TrainingSnapshot EMPTY = new TrainingSnapshot(List.of());

    public TrainingSnapshot {
        runs = List.copyOf(runs);
    }

    /** Returns the first run of this id, if the executor knows one. */
    public Optional<TrainingRun> run(String id) {
        return runs.stream().filter(run -> run.id().equals(id)).findFirst();
    }

    /** Returns the run of this directory, if the executor knows it; ids are the same in several folders of runs. */
    public Optional<TrainingRun> run(Path directory) {
        Path path = directory.toAbsolutePath().normalize();
        return runs.stream().filter(run -> run.path().equals(path)).findFirst();
    }

    /** Returns how many runs take turns on this process's own executor. */
    public int sharing() {
        return (int) runs.stream().filter(run -> run.phase() == TrainingRun.Phase.TRAINING && run.worker().isEmpty())
                .count();
    }

    /** Returns the steps a second that all runs that train take together; NaN before it is known of all. */
    public double stepsPerSecond() {
        return runs.stream().filter(run -> run.phase() == TrainingRun.Phase.TRAINING)
                .mapToDouble(run -> run.stepsPerSecond() / (run.worker().isEmpty() ? sharing() : 1)).sum();
    }

    /**
     * Returns the seconds until a run that trains or waits for others will have ended, the turns of others counted; NaN before
     * that is known.
     *
     * @param lastStep the step at which a run is expected to end
     */
    public double secondsLeft(TrainingRun run, ToDoubleFunction<TrainingRun> lastStep) {
        return new TimeLeft(runs, lastStep).until(run);
    }

    /** Returns the same, if every run goes on to its last step. */
    public double secondsLeft(TrainingRun run) {
        return secondsLeft(run, TrainingRun::lastStep);
    }

    /** Returns the ids of the runs that wait, train or are paused. */
    public List<String> underWay() {
        return runs.stream().filter(run -> !run.phase().ended()).map(TrainingRun::id).toList();
    }

    /** Returns whether any run trains or waits for its turn. */
    public boolean training() {
        return runs.stream().anyMatch(run -> run.phase().wantsToTrain());
    }

    /** Returns whether any run waits, trains or is paused. */
    public boolean busy() {
        return runs.stream().anyMatch(run -> !run.phase().ended());
    }
}
