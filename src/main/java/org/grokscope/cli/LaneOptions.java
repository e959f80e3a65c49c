package org.grokscope.cli;

import java.util.OptionalInt;
import org.grokscope.training.DeviceChoice;
import org.grokscope.training.Lane;
import org.grokscope.training.worker.Crew;
import org.grokscope.training.worker.WorkerProgram;
import org.grokscope.training.worker.Workers;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say what to compute on. */
final class LaneOptions {
    @Option(names = "--device", defaultValue = "auto", paramLabel = "NAME", description = "auto (a GPU if there is one), cpu or cuda; default: ${DEFAULT-VALUE}")
    private String device = "";

    @Option(names = "--threads", paramLabel = "N", description = "processor threads for each run; default: those it was begun with, 2 for a new run alone, 1 for each of several")
    private @Nullable Integer threads;

    /**
     * Opens a lane whose device is there.
     *
     * @throws org.grokscope.task.InvalidSetting when it is not
     */
    Lane open(Workers workers) {
        Lane lane = start(workers);
        lane.environment();
        return lane;
    }

    /**
     * Opens a lane without waiting for the tensor library, unless a person insists on a device that may be absent.
     *
     * @throws org.grokscope.task.InvalidSetting when it is
     */
    Lane openInBackground(Workers workers) {
        return DeviceChoice.of(device) == DeviceChoice.CUDA ? open(workers) : start(workers);
    }

    private Lane start(Workers workers) {
        return new Crew(DeviceChoice.of(device), threads == null ? OptionalInt.empty() : OptionalInt.of(threads),
                workers, WorkerProgram.running(Main.class, WorkerCommand.NAME));
    }
}
