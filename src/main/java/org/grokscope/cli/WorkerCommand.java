package org.grokscope.cli;

import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.grokscope.text.Choice;
import org.grokscope.training.DeviceChoice;
import org.grokscope.training.Submission;
import org.grokscope.training.worker.Worker;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code grokscope worker}, which people do not call: this program started by itself to train one run. On standard
 * output it tells some ten times a second where the run stands, a line of JSON each time; on standard input it takes
 * {@code resume} and {@code stop}, and it stops when that input ends.
 */
@Command(name = WorkerCommand.NAME, hidden = true, description = "Trains a run for another process of this program.")
final class WorkerCommand implements Callable<Integer> {
    static final String NAME = "worker";

    @Parameters(paramLabel = "RUN", description = "the run's directory")
    private Path run = Path.of("");

    @Option(names = "--device", required = true)
    private String device = "";

    @Option(names = "--threads", required = true)
    private int threads;

    @Option(names = "--from")
    private @Nullable Integer from;

    @Option(names = "--steps")
    private @Nullable Integer steps;

    @Override
    public Integer call() {
        Submission submission = new Submission(run,
                from == null ? OptionalInt.empty() : OptionalInt.of(from),
                steps == null ? OptionalInt.empty() : OptionalInt.of(steps));
        Worker.train(submission, Choice.of(DeviceChoice.class, "device", "--device", device), threads, System.in,
                System.out);
        return 0;
    }
}
