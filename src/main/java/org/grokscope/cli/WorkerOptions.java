package org.grokscope.cli;

import org.grokscope.training.worker.Workers;
import picocli.CommandLine.Option;

/** The option that says how many runs may train at once. */
final class WorkerOptions {
    @Option(names = "--workers", defaultValue = "auto", paramLabel = "N", description = "how many runs may train at once, each in a process of its own, or auto: several runs one for each processor core with one thread each, a run alone in this process; 1: all by turns in this process; default: ${DEFAULT-VALUE}")
    private String workers = "";

    /** @throws org.grokscope.text.InvalidSetting when it is neither auto nor a number that can be used */
    Workers workers() {
        return Workers.of(workers);
    }
}
