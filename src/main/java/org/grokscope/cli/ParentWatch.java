package org.grokscope.cli;

import org.grokscope.training.worker.WorkerProgram;

/**
 * Ends this process as if it were told to when the one that started it is gone: Maven hears a signal that is sent to it alone,
 * and ends without handing it on.
 */
final class ParentWatch {
    /** As that of a process that TERM ended; nobody is left to see it. */
    private static final int TERMINATED = 143;

    private ParentWatch() {}

    /** Begins to watch, where the system property {@code grokscope.endsWithParent} asks for it. */
    static void begin() {
        if (Boolean.getBoolean(WorkerProgram.ENDS_WITH_PARENT)) {
            // Not on a thread of the common pool: ending waits for the workers, whose end is told on one of those.
            ProcessHandle.current().parent().ifPresent(parent -> parent.onExit().thenRun(
                    () -> Thread.ofPlatform().name("parent is gone").start(() -> System.exit(TERMINATED))));
        }
    }
}
