package org.grokscope.training.worker;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a worker can be told: one word a line on its standard input. When that input ends, the worker stops, too. */
enum WorkerCommand {
    /** Hold the run with a checkpoint. */
    PAUSE,
    /** Go on with it. */
    RESUME,
    /** End with a checkpoint. */
    STOP;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<WorkerCommand> of(String word) {
        return Arrays.stream(values()).filter(order -> order.word().equals(word.strip())).findFirst();
    }
}
