package org.grokscope.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.grokscope.file.FileProblem;
import org.grokscope.run.RunDirectory;
import org.grokscope.run.RunFeed;
import org.grokscope.text.NumberText;
import org.grokscope.text.ShellWord;
import org.grokscope.training.RunExecutor;
import org.grokscope.training.Submission;
import org.grokscope.training.TrainingNews;
import org.grokscope.training.TrainingRun;
import org.grokscope.training.TrainingRun.Phase;
import org.grokscope.training.TrainingSnapshot;

/** Follows runs on an executor until all have ended, and tells the terminal what happens. */
final class TrainingProgress {
    private final RunExecutor executor;
    private final Console console;

    TrainingProgress(RunExecutor executor, Console console) {
        this.executor = executor;
        this.console = console;
    }

    /** Trains the runs, each from its newest checkpoint; returns the exit code. */
    int follow(List<Path> runs) throws IOException {
        return followAll(runs.stream().map(Submission::of).toList());
    }

    /** Trains a run; returns the exit code. */
    int follow(Submission run) throws IOException {
        return followAll(List.of(run));
    }

    private int followAll(List<Submission> submissions) throws IOException {
        List<Path> runs = submissions.stream().map(Submission::run).toList();
        Map<Path, TrainingRun> ended;
        // Ctrl+C: every run stops with a checkpoint before the process ends.
        try (SignalStop _ = new SignalStop(this::stop)) {
            ended = train(submissions);
            if (console.json()) {
                console.print(result(runs, ended));
            }
        } catch (FileProblem gone) {
            // The caller named what was there then; it went while it was trained.
            throw new IOException(gone.getMessage(), gone);
        }
        boolean allFinished = runs.stream().map(run -> ended.get(run))
                .allMatch(end -> end != null && end.phase() == Phase.FINISHED);
        return allFinished ? 0 : CommandLines.FAILED;
    }

    private static ObjectNode result(List<Path> runs, Map<Path, TrainingRun> ended) throws IOException {
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        for (Path run : runs) {
            TrainingRun end = ended.get(run);
            ObjectNode summary;
            try {
                summary = RunJson.summary(RunDirectory.open(run).history(), run);
            } catch (FileProblem gone) {
                summary = JsonNodeFactory.instance.objectNode().put("path", run.toString()).put("problem",
                        gone.getMessage());
            }
            result.withArray("runs")
                    .add(RunJson.number(summary, "measuringShare", end == null ? Double.NaN : end.measuringShare()));
        }
        return result;
    }

    /** Trains the runs; returns how each left the executor, or what is known of that when this thread was interrupted. */
    private Map<Path, TrainingRun> train(List<Submission> runs) throws IOException {
        List<RunReport> reports = new ArrayList<>();
        for (Submission submission : runs) {
            reports.add(new RunReport(submission.run(), new RunFeed(submission.run()), console));
        }
        TrainingNews news = new TrainingNews();
        Map<Path, TrainingRun> ended = new HashMap<>();
        try (RunExecutor.Listening _ = executor.listen(news)) {
            executor.submitAll(runs);
            while (ended.size() < runs.size()) {
                TrainingSnapshot snapshot = news.take();
                for (RunReport report : reports) {
                    TrainingRun run = snapshot.run(report.path()).orElse(null);
                    if (run == null || run.phase() == Phase.QUEUED || ended.containsKey(run.path())) {
                        continue;
                    }
                    report.tell(snapshot, run);
                    if (run.phase().ended() || run.phase() == Phase.PAUSED) {
                        report.end(run);
                        ended.put(run.path(), run);
                    }
                }
                if (ended.size() < runs.size()) {
                    console.progress(progress(snapshot, reports, ended.size()));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return ended;
    }

    private static ProgressLine progress(TrainingSnapshot snapshot, List<RunReport> reports, int ended) {
        if (reports.size() == 1) {
            return snapshot.runs().stream().findFirst().map(run -> reports.getFirst().progress(snapshot, run))
                    .orElseGet(() -> new ProgressLine("", 0, List.of()));
        }
        List<String> parts = new ArrayList<>();
        long training = snapshot.runs().stream().filter(run -> run.phase() == Phase.TRAINING).count();
        parts.add("%d of %d runs ended, %d training".formatted(ended, reports.size(), training));
        double stepsPerSecond = snapshot.stepsPerSecond();
        if (stepsPerSecond > 0) {
            int left = reports.stream().mapToInt(RunReport::stepsLeft).sum();
            parts.add("%.1f steps/s".formatted(stepsPerSecond));
            parts.add(NumberText.duration(left / stepsPerSecond) + " left");
        }
        double share = snapshot.runs().stream().filter(run -> run.lastStep() > 0)
                .mapToDouble(run -> (double) run.step() / run.lastStep()).sum() / reports.size();
        return new ProgressLine("", share, parts);
    }

    private void stop() {
        executor.close();
        for (TrainingRun run : executor.snapshot().runs()) {
            if (run.phase() == Phase.STOPPED) {
                console.say("Stopped at step " + run.step() + "; go on with: grokscope resume "
                        + ShellWord.of(run.path().toString()));
            }
        }
    }
}
