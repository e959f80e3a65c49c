package org.grokscope.training.worker;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.grokscope.training.DeviceChoice;
import org.grokscope.training.LaneRun;
import org.grokscope.training.TrainingLane;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The inside of a worker process: one run on a lane of its own. It tells on one stream where the run stands and takes
 * {@linkplain Order orders} from another; when nobody is left to give any, because the process that started it is gone,
 * it stops with a checkpoint.
 */
public final class Worker {
    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);

    private final TrainingLane lane;
    private final String id;
    private final CountDownLatch done = new CountDownLatch(1);

    private Worker(TrainingLane lane, String id) {
        this.lane = lane;
        this.id = id;
    }

    /**
     * Trains a run until it has ended, or until it is told to stop.
     *
     * @param orders one a line; read to its end
     * @param reports lines of JSON
     * @throws org.grokscope.task.InvalidSetting when a GPU is asked for and there is none
     */
    public static void train(Path run, DeviceChoice device, int threads, InputStream orders, PrintStream reports) {
        try (TrainingLane lane = new TrainingLane(device, threads)) {
            lane.environment();
            Worker worker = new Worker(lane, String.valueOf(run.toAbsolutePath().normalize().getFileName()));
            // Ctrl+C on a terminal reaches workers, too: they must not end without a checkpoint either.
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("stop").unstarted(lane::close));
            lane.listen(snapshot -> snapshot.run(worker.id).ifPresent(it -> worker.tell(it, reports)));
            lane.submit(run);
            Thread.ofPlatform().name("orders").daemon().start(() -> worker.obey(orders));
            worker.done.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell(LaneRun run, PrintStream reports) {
        reports.println(WorkerReport.of(run).toLine());
        reports.flush();
        if (run.phase().ended()) {
            done.countDown();
        }
    }

    private void obey(InputStream orders) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(orders, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Order.of(line).ifPresent(order -> {
                    switch (order) {
                        case PAUSE -> lane.pause(id);
                        case RESUME -> lane.resume(id);
                        case STOP -> lane.stop(id);
                    }
                });
            }
        } catch (IOException e) {
            LOG.debug("Orders cannot be read any more.", e);
        }
        lane.stop(id);
    }
}
