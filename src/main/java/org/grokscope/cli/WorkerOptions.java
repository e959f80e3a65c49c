package org.grokscope.cli;

import org.grokscope.training.RunExecutor;
import org.grokscope.training.worker.Workers;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say what to compute several runs on, and how many of them may train at once. */
final class WorkerOptions {
    @Mixin
    private ExecutorOptions executor = new ExecutorOptions();

    @Option(names = "--workers", defaultValue = "auto", paramLabel = "N", description = "how many runs may train at once, each in a process of its own, or auto: several runs one for each processor core with one thread each, a run alone in this process; 1: in this process, four by turns; default: ${DEFAULT-VALUE}")
    private String workers = "";

    /** As {@link ExecutorOptions#prefer}. */
    void prefer(String preferredDevice, int preferredThreads) {
        executor.prefer(preferredDevice, preferredThreads);
    }

    /**
     * Opens an executor whose device is there.
     *
     * @throws org.grokscope.text.InvalidSetting when it is not, or the number of workers cannot be used
     */
    RunExecutor open() {
        return executor.open(Workers.of(workers));
    }

    /**
     * Opens an executor without waiting for the tensor library, unless a person insists on a device that may be absent.
     *
     * @throws org.grokscope.text.InvalidSetting when it is, or the number of workers cannot be used
     */
    RunExecutor openInBackground() {
        return executor.openInBackground(Workers.of(workers));
    }
}
