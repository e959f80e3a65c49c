package org.grokscope.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.grokscope.study.Cell;
import org.grokscope.study.CellState;
import org.grokscope.study.StudyArchive;
import org.grokscope.study.StudyProgress;
import org.grokscope.study.StudyProgress.CellProgress;
import org.grokscope.study.StudyRunner;
import org.grokscope.training.Lane;
import org.grokscope.training.LaneRun;

/** Follows a study until nothing more can be done for it, and tells the terminal what happens. */
final class StudyWatch {
    private final Lane lane;
    private final Console console;
    private final Map<String, String> told = new HashMap<>();
    private final Set<String> begun = new HashSet<>();
    private boolean heard;

    StudyWatch(Lane lane, Console console) {
        this.lane = lane;
        this.console = console;
    }

    /** Trains what is missing. */
    StudyProgress follow(List<Cell> cells, Path runsFolder) throws IOException, InterruptedException {
        StudyRunner runner = new StudyRunner(cells, runsFolder, StudyArchive.installed(), lane, this::tell);
        Thread stop = Thread.ofPlatform().name("stop on interrupt").unstarted(() -> {
            // Ctrl+C: every run stops with a checkpoint before the process ends.
            runner.stop();
            lane.close();
            console.say("Stopped; the same command goes on from here.");
        });
        Runtime.getRuntime().addShutdownHook(stop);
        StudyProgress end = runner.run();
        if (!runner.stoppedEarly()) {
            Runtime.getRuntime().removeShutdownHook(stop);
        }
        return end;
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
            if (news && !(first && cell.state() instanceof CellState.Done)) {
                console.say("%s: %s%s  (%d of %d)".formatted(cell.cell().name(), label, detail(cell.state()),
                        progress.done(), progress.cells().size()));
            }
        }
        for (LaneRun run : progress.training()) {
            if (run.phase() == LaneRun.Phase.TRAINING && begun.add(run.id())) {
                console.say("%s: training from step %,d".formatted(run.id(), run.step()));
            }
        }
        console.progress(line(progress));
    }

    private static String detail(CellState state) {
        return switch (state) {
            case CellState.Done(var run) -> ", " + run.id() + " to step %,d".formatted(run.history().lastStep());
            case CellState.Failed(String why) -> ". " + why;
            case CellState.Unreachable(String why) -> ". " + why;
            case CellState.Unfinished _,CellState.Missing _ -> "";
        };
    }

    private static String line(StudyProgress progress) {
        StringBuilder text = new StringBuilder("%d of %d runs done".formatted(progress.done(),
                progress.cells().size()));
        progress.training().forEach(run -> text.append("  ").append(ProgressBar.of(run.step(), run.lastStep())));
        if (progress.secondsLeft() > 0) {
            text.append("  %.1f steps/s  about %s left".formatted(progress.stepsPerSecond(),
                    ProgressBar.duration(progress.secondsLeft())));
        }
        return text.toString();
    }
}
