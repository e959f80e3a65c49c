package org.grokscope.cli;

import org.grokscope.training.Compute;
import org.grokscope.training.DeviceChoice;
import org.grokscope.training.TrainingLane;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say what to compute on. */
final class LaneOptions {
    @Option(names = "--device", defaultValue = "auto", paramLabel = "NAME", description = "auto (a GPU if there is one), cpu or cuda; default: ${DEFAULT-VALUE}")
    private String device = "";

    @Option(names = "--threads", paramLabel = "N", description = "processor threads; default: 2")
    private @Nullable Integer threads;

    /**
     * Opens a lane whose device is there.
     *
     * @throws org.grokscope.task.InvalidSetting when it is not
     */
    TrainingLane open() {
        TrainingLane lane = new TrainingLane(DeviceChoice.of(device),
                threads == null ? Compute.DEFAULT_THREADS : threads);
        lane.environment();
        return lane;
    }
}
