package org.grokscope.training;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.grokscope.training.LaneRun.Phase;

/** A program that trains some runs on one lane, as the workbench would, and prints what becomes of them. */
public final class LaneProgram {
    private LaneProgram() {}

    /** @param arguments a file that is deleted, to make space, when a run pauses; then the runs */
    public static void main(String[] arguments) throws Exception {
        Path ballast = Path.of(arguments[0]);
        List<Path> runs = Arrays.stream(arguments).skip(1).map(Path::of).toList();
        BlockingQueue<LaneSnapshot> news = new LinkedBlockingQueue<>();
        try (TrainingLane lane = new TrainingLane(DeviceChoice.CPU, Compute.DEFAULT_THREADS)) {
            lane.listen(news::add);
            runs.forEach(lane::submit);
            LaneSnapshot snapshot = news.take();
            while (snapshot.runs().size() < runs.size() || snapshot.busy()) {
                for (LaneRun run : snapshot.runs()) {
                    if (run.phase() == Phase.PAUSED && Files.deleteIfExists(ballast)) {
                        System.out.println(run.id() + " PAUSED " + run.message());
                        lane.resume(run.id());
                    }
                }
                snapshot = news.take();
            }
            snapshot.runs().forEach(run -> System.out.println(run.id() + " " + run.phase() + " " + run.message()));
        }
    }
}
