package org.grokscope.cli;

import java.util.OptionalInt;
import org.grokscope.text.Choice;
import org.grokscope.training.DeviceChoice;
import org.grokscope.training.RunExecutor;
import org.grokscope.training.worker.MachineExecutor;
import org.grokscope.training.worker.WorkerProgram;
import org.grokscope.training.worker.Workers;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say what to compute on. */
final class ExecutorOptions {
    @Option(names = "--device", paramLabel = "NAME", description = "auto (a GPU if there is one), cpu or cuda; default: auto")
    private @Nullable String device;

    @Option(names = "--threads", paramLabel = "N", description = "processor threads for each run; default: those it began with, 2 for a new run alone, 1 for each of several")
    private @Nullable Integer threads;

    /**
     * Takes what a person prefers wherever the command line says nothing.
     *
     * @param preferredDevice empty for no preference
     * @param preferredThreads 0 for no preference
     */
    void prefer(String preferredDevice, int preferredThreads) {
        if (device == null && !preferredDevice.isEmpty()) {
            device = preferredDevice;
        }
        if (threads == null && preferredThreads > 0) {
            threads = preferredThreads;
        }
    }

    /**
     * Opens an executor whose device is there.
     *
     * @throws org.grokscope.text.InvalidSetting when it is not
     */
    RunExecutor open(Workers workers) {
        RunExecutor executor = start(workers);
        executor.environment();
        return executor;
    }

    /**
     * Opens an executor without waiting for the tensor library, unless a person insists on a device that may be absent.
     *
     * @throws org.grokscope.text.InvalidSetting when it is
     */
    RunExecutor openInBackground(Workers workers) {
        return choice() == DeviceChoice.CUDA ? open(workers) : start(workers);
    }

    private DeviceChoice choice() {
        return Choice.of(DeviceChoice.class, "device", "--device",
                device == null ? DeviceChoice.AUTO.label() : device);
    }

    private RunExecutor start(Workers workers) {
        return new MachineExecutor(choice(),
                threads == null ? OptionalInt.empty() : OptionalInt.of(threads),
                workers, WorkerProgram.running(Main.class, WorkerCommand.NAME));
    }
}
