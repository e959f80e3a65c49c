package org.grokscope.study;

import java.nio.file.Path;
import java.util.List;
import org.grokscope.training.TrainingRun;
import org.grokscope.training.TrainingSnapshot;

/**
 * A study at one moment.
 *
 * @param cells in the study's order
 * @param training the runs that train for it now, parents that branches wait for among them
 * @param stepsPerSecond of all of them together; NaN or 0 before it is known
 */
public record StudyProgress(List<CellProgress> cells, List<TrainingRun> training, double stepsPerSecond) {
    /** A cell and how far it is. */
    public record CellProgress(Trial cell, TrialState state) {}

    public StudyProgress {
        cells = List.copyOf(cells);
        training = List.copyOf(training);
    }

    static StudyProgress of(List<CellProgress> cells, TrainingSnapshot executor, List<Path> trained) {
        return new StudyProgress(cells, executor.runs().stream()
                .filter(run -> trained.contains(run.path()) && !run.phase().ended()).toList(),
                executor.stepsPerSecond());
    }

    /** Returns how many cells are done. */
    public int done() {
        return count(TrialState.Done.class);
    }

    /** Returns how many cells broke off with an error. */
    public int failed() {
        return count(TrialState.Failed.class);
    }

    private int count(Class<? extends TrialState> kind) {
        return (int) cells.stream().filter(cell -> kind.isInstance(cell.state())).count();
    }

    /** Returns whether every cell is done, or cannot be. */
    public boolean complete() {
        return cells.stream().allMatch(
                cell -> cell.state() instanceof TrialState.Done || cell.state() instanceof TrialState.Unreachable);
    }

    /** Returns about how many steps are left: of a run that has not begun, what such runs usually take. */
    public int stepsLeft() {
        int begun = training.stream().mapToInt(run -> Math.max(0, run.lastStep() - run.step())).sum();
        long waiting = cells.stream().filter(cell -> !cell.state().settled()).count() - training.size();
        double usual = cells.stream().filter(cell -> !cell.state().settled())
                .mapToInt(cell -> cell.cell().expectedSteps()).average().orElse(0);
        return begun + (int) (Math.max(0, waiting) * usual);
    }

    /** Returns about how many seconds are left; NaN before it is known. */
    public double secondsLeft() {
        return stepsPerSecond > 0 ? stepsLeft() / stepsPerSecond : Double.NaN;
    }
}
