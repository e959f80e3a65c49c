package org.grokscope.training.worker;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a worker can be told: one word a line on its standard input. When that input ends, the worker stops, too. */
enum WorkerCommand {
    /** Go on with a run that was paused because its directory could not be written. */
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
