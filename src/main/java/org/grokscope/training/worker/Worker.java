package org.grokscope.training.worker;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.grokscope.training.DeviceChoice;
import org.grokscope.training.LocalExecutor;
import org.grokscope.training.Submission;
import org.grokscope.training.TrainingRun;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The inside of a worker process: one run on an executor of its own. It tells on one stream where the run stands and takes
 * {@linkplain WorkerCommand orders} from another; when nobody is left to give any, because the process that started it is gone,
 * it stops with a checkpoint.
 */
public final class Worker {
    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);

    private final LocalExecutor executor;
    private final Path run;
    private final CountDownLatch done = new CountDownLatch(1);

    private Worker(LocalExecutor executor, Path run) {
        this.executor = executor;
        this.run = run;
    }

    /**
     * Trains a run until it has ended, or until it is told to stop.
     *
     * @param orders one a line; read to its end
     * @param reports lines of JSON
     * @throws org.grokscope.text.InvalidSetting when a GPU is asked for and there is none
     */
    public static void train(Submission submission, DeviceChoice device, int threads, InputStream orders,
            PrintStream reports) {
        try (LocalExecutor executor = new LocalExecutor(device, threads)) {
            executor.environment();
            Worker worker = new Worker(executor, submission.run());
            // Ctrl+C on a terminal reaches workers, too: they must not end without a checkpoint either.
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("stop").unstarted(executor::close));
            executor.listen(snapshot -> snapshot.run(submission.run()).ifPresent(it -> worker.tell(it, reports)));
            executor.submitAll(List.of(submission));
            Thread.ofPlatform().name("orders").daemon().start(() -> worker.obey(orders));
            worker.done.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell(TrainingRun run, PrintStream reports) {
        reports.println(WorkerReport.of(run).toLine());
        reports.flush();
        if (run.phase().ended()) {
            done.countDown();
        }
    }

    private void obey(InputStream orders) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(orders, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                WorkerCommand.of(line).ifPresent(order -> {
                    switch (order) {
                        case RESUME -> executor.resume(run);
                        case STOP -> executor.close();
                    }
                });
            }
        } catch (IOException e) {
            LOG.debug("Orders cannot be read any more.", e);
        }
        executor.close();
    }
}
