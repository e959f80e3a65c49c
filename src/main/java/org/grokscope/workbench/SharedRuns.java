package org.grokscope.workbench;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.grokscope.figure.export.SharedRun;
import org.grokscope.run.RunDirectory;

/** Writes whole runs for people who do not have the program. */
final class SharedRuns {
    private final Questions questions;
    private final BackgroundTasks tasks;
    private final Consumer<Path> saved;

    /** @param saved hears what was written */
    SharedRuns(Questions questions, BackgroundTasks tasks, Consumer<Path> saved) {
        this.questions = questions;
        this.tasks = tasks;
        this.saved = saved;
    }

    /** Asks for a file and writes the run there. */
    void share(Path run, SharedRun form) {
        questions.shared(run.getFileName() + "." + form.ending(), form)
                .ifPresent(file -> tasks.runShown("Export " + file.getFileName(), progress -> {
                    progress.told(0, 1, "Reading and drawing the run");
                    // The dialog has asked whether a file may be replaced.
                    form.write(RunDirectory.open(run), file, true);
                    return file;
                }, saved));
    }
}
