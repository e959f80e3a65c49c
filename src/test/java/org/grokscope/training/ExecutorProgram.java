package org.grokscope.training;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.grokscope.training.TrainingRun.Phase;

/** A program that trains some runs on one executor, as the workbench would, and prints what becomes of them. */
public final class ExecutorProgram {
    private ExecutorProgram() {}

    /** @param arguments a file that is deleted, to make space, when a run pauses; then the runs */
    public static void main(String[] arguments) throws Exception {
        Path ballast = Path.of(arguments[0]);
        List<Path> runs = Arrays.stream(arguments).skip(1).map(Path::of).toList();
        BlockingQueue<TrainingSnapshot> news = new LinkedBlockingQueue<>();
        try (LocalExecutor executor = new LocalExecutor(DeviceChoice.CPU, Compute.DEFAULT_THREADS)) {
            executor.listen(news::add);
            runs.forEach(executor::submit);
            TrainingSnapshot snapshot = news.take();
            while (snapshot.runs().size() < runs.size() || snapshot.busy()) {
                for (TrainingRun run : snapshot.runs()) {
                    if (run.phase() == Phase.PAUSED && Files.deleteIfExists(ballast)) {
                        System.out.println(run.id() + " PAUSED " + run.message());
                        executor.resume(run.path());
                    }
                }
                snapshot = news.take();
            }
            snapshot.runs().forEach(run -> System.out.println(run.id() + " " + run.phase() + " " + run.message()));
        }
    }
}
