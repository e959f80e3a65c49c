package org.grokscope.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.grokscope.run.RunDirectory;
import org.grokscope.run.RunFeed;
import org.grokscope.training.Lane;
import org.grokscope.training.LaneRun;
import org.grokscope.training.LaneRun.Phase;
import org.grokscope.training.LaneSnapshot;
import org.jspecify.annotations.Nullable;

/** Follows runs on a lane until all have ended, and tells the terminal what happens. */
final class Watch {
    private final Lane lane;
    private final Console console;
    private volatile boolean interrupted;

    Watch(Lane lane, Console console) {
        this.lane = lane;
        this.console = console;
    }

    /**
     * Trains the runs, one after another.
     *
     * @return the exit code
     */
    int follow(List<Path> runs) throws IOException {
        Thread pause = Thread.ofPlatform().name("pause on interrupt").unstarted(this::pauseOnInterrupt);
        Runtime.getRuntime().addShutdownHook(pause);
        boolean allFinished = true;
        Map<Path, LaneRun> ended = new HashMap<>();
        for (Path run : runs) {
            LaneRun end = train(run);
            allFinished &= end != null && end.phase() == Phase.FINISHED;
            if (end != null) {
                ended.put(run, end);
            }
        }
        if (!interrupted) {
            Runtime.getRuntime().removeShutdownHook(pause);
        }
        if (console.json()) {
            ObjectNode result = JsonNodeFactory.instance.objectNode();
            for (Path run : runs) {
                LaneRun end = ended.get(run);
                ObjectNode summary = RunJson.summary(RunDirectory.open(run).history(), run);
                result.withArray("runs").add(
                        RunJson.number(summary, "measuringShare", end == null ? Double.NaN : end.measuringShare()));
            }
            console.print(result);
        }
        return allFinished ? 0 : CommandLines.FAILED;
    }

    /** Trains a run; returns how it left the lane, or null when this thread was interrupted. */
    private @Nullable LaneRun train(Path path) throws IOException {
        String id = path.getFileName().toString();
        BlockingQueue<LaneSnapshot> news = new LinkedBlockingQueue<>();
        lane.listen(news::add);
        RunReport report = new RunReport(id, new RunFeed(path), console);
        lane.submit(path);
        while (true) {
            try {
                LaneRun run = news.take().run(id).orElse(null);
                if (run != null) {
                    report.tell(run);
                    if (run.phase().ended() || run.phase() == Phase.PAUSED) {
                        report.end(run);
                        return run;
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return null;
            }
        }
    }

    /** Ctrl+C: the lane pauses with a checkpoint before the process ends. */
    private void pauseOnInterrupt() {
        interrupted = true;
        lane.close();
        for (LaneRun run : lane.snapshot().runs()) {
            if (run.phase() == Phase.STOPPED) {
                console.say("Stopped at step " + run.step() + "; go on with: grokscope resume " + run.path());
            }
        }
    }
}
