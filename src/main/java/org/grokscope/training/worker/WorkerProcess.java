package org.grokscope.training.worker;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A worker as seen from outside: a process with a thread that listens to it. */
final class WorkerProcess {
    private static final Logger LOG = LoggerFactory.getLogger(WorkerProcess.class);

    private final Process process;
    private final Thread listening;

    /**
     * Listens to a process until it has ended.
     *
     * @param reports hears what it says, on a thread of its own
     * @param end hears its exit code when it is gone, after the last report
     */
    WorkerProcess(Process process, Consumer<WorkerReport> reports, IntConsumer end) {
        this.process = process;
        this.listening = Thread.ofPlatform().name("worker " + process.pid()).daemon()
                .start(() -> listen(reports, end));
    }

    long pid() {
        return process.pid();
    }

    /** Gives an order; a process that is gone hears none. */
    void tell(WorkerCommand order) {
        OutputStream orders = process.getOutputStream();
        try {
            orders.write((order.word() + "\n").getBytes(StandardCharsets.US_ASCII));
            orders.flush();
        } catch (IOException e) {
            LOG.debug("Worker {} no longer takes orders.", pid(), e);
        }
    }

    /** Waits until it has ended of itself and everything it said was heard; a process that does not is killed. */
    void await(Duration patience) throws InterruptedException {
        if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.warn("Worker {} did not stop and is killed.", pid());
            process.destroyForcibly();
        }
        listening.join();
    }

    private void listen(Consumer<WorkerReport> reports, IntConsumer end) {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                WorkerReport.of(line).ifPresent(reports);
            }
        } catch (IOException e) {
            LOG.debug("Worker {} cannot be heard any more.", pid(), e);
        }
        end.accept(process.onExit().join().exitValue());
    }
}
