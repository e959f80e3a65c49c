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
        TrainingLane lane = start();
        lane.environment();
        return lane;
    }

    /**
     * Opens a lane without waiting for the tensor library, unless a person insists on a device that may be absent.
     *
     * @throws org.grokscope.task.InvalidSetting when it is
     */
    TrainingLane openInBackground() {
        return DeviceChoice.of(device) == DeviceChoice.CUDA ? open() : start();
    }

    private TrainingLane start() {
        return new TrainingLane(DeviceChoice.of(device), threads == null ? Compute.DEFAULT_THREADS : threads);
    }
}
