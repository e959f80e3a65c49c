package org.grokscope.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.grokscope.run.RunDirectory;
import org.grokscope.run.RunFeed;
import org.grokscope.training.LaneRun;
import org.grokscope.training.LaneRun.Phase;
import org.grokscope.training.LaneSnapshot;
import org.grokscope.training.TrainingLane;

/** Follows runs on a lane until all have ended, and tells the terminal what happens. */
final class Watch {
    private final TrainingLane lane;
    private final Console console;

    Watch(TrainingLane lane, Console console) {
        this.lane = lane;
        this.console = console;
    }

    /**
     * Trains the runs, one after another.
     *
     * @return the exit code
     */
    int follow(List<Path> runs) throws IOException {
        Thread pause = new Thread(this::pauseOnInterrupt, "pause on interrupt");
        Runtime.getRuntime().addShutdownHook(pause);
        boolean allFinished = true;
        try {
            for (Path run : runs) {
                allFinished &= train(run) == Phase.FINISHED;
            }
        } finally {
            Runtime.getRuntime().removeShutdownHook(pause);
        }
        if (console.json()) {
            ObjectNode result = JsonNodeFactory.instance.objectNode();
            for (Path run : runs) {
                result.withArray("runs").add(RunJson.summary(RunDirectory.open(run).history(), run));
            }
            console.print(result);
        }
        return allFinished ? 0 : CommandLines.FAILED;
    }

    private Phase train(Path path) throws IOException {
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
                        return run.phase();
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Phase.STOPPED;
            }
        }
    }

    /** Ctrl+C: the lane pauses with a checkpoint before the process ends. */
    private void pauseOnInterrupt() {
        lane.close();
        for (LaneRun run : lane.snapshot().runs()) {
            if (run.phase() == Phase.STOPPED) {
                console.say("Stopped at step " + run.step() + "; go on with: grokscope resume " + run.path());
            }
        }
    }
}
