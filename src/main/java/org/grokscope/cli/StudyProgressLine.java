package org.grokscope.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.grokscope.study.StudyArchive;
import org.grokscope.study.StudyProgress;
import org.grokscope.study.StudyProgress.CellProgress;
import org.grokscope.study.StudyRunner;
import org.grokscope.study.Trial;
import org.grokscope.study.TrialState;
import org.grokscope.text.NumberText;
import org.grokscope.training.RunExecutor;
import org.grokscope.training.TrainingRun;

/** Follows a study until nothing more can be done for it, and tells the terminal what happens. */
final class StudyProgressLine {
    private final RunExecutor executor;
    private final Console console;
    private final Map<String, String> told = new HashMap<>();
    private final Set<String> begun = new HashSet<>();
    private boolean heard;

    StudyProgressLine(RunExecutor executor, Console console) {
        this.executor = executor;
        this.console = console;
    }

    /**
     * Trains what is missing.
     *
     * @param archive whose runs are not trained again
     */
    StudyProgress follow(List<Trial> cells, Path runsFolder, StudyArchive archive)
            throws IOException, InterruptedException {
        StudyRunner runner = new StudyRunner(cells, runsFolder, archive, executor, this::tell);
        // Ctrl+C: every run stops with a checkpoint before the process ends.
        try (SignalStop _ = new SignalStop(() -> {
            runner.stop();
            executor.close();
            console.say("Stopped. Run the same command to continue.");
        })) {
            return runner.run();
        }
    }

    private void tell(StudyProgress progress) {
        boolean first = !heard;
        heard = true;
        if (first) {
            console.say("%d of %d runs are there.".formatted(progress.done(), progress.cells().size()));
        }
        for (CellProgress cell : progress.cells()) {
            String label = cell.state().label();
            boolean news = cell.state().settled() && !label.equals(told.put(cell.cell().name(), label));
            // What was there before needs no line each.
            if (news && !(first && cell.state() instanceof TrialState.Done)) {
                console.say("%s: %s%s  (%d of %d)".formatted(cell.cell().name(), label, detail(cell.state()),
                        progress.done(), progress.cells().size()));
            }
        }
        for (TrainingRun run : progress.training()) {
            if (run.phase() == TrainingRun.Phase.TRAINING && begun.add(run.id())) {
                console.say("%s: training from step %,d".formatted(run.id(), run.step()));
            }
        }
        console.progress(line(progress));
    }

    private static String detail(TrialState state) {
        return switch (state) {
            case TrialState.Done(var run) -> ", " + run.id() + " to step %,d".formatted(run.history().reached());
            case TrialState.Failed(String why) -> ". " + why;
            case TrialState.Unreachable(String why) -> ". " + why;
            case TrialState.Unfinished _,TrialState.Missing _ -> "";
        };
    }

    private static ProgressLine line(StudyProgress progress) {
        List<String> parts = new ArrayList<>();
        parts.add("%d of %d runs done".formatted(progress.done(), progress.cells().size()));
        double begun = progress.training().stream().filter(run -> run.lastStep() > 0)
                .mapToDouble(run -> (double) run.step() / run.lastStep()).sum();
        if (progress.secondsLeft() > 0) {
            parts.add("%.1f steps/s".formatted(progress.stepsPerSecond()));
            parts.add("about %s left".formatted(NumberText.duration(progress.secondsLeft())));
        }
        return new ProgressLine("", (progress.done() + begun) / Math.max(1, progress.cells().size()), parts);
    }
}
