package org.grokscope.study;

import java.nio.file.Path;
import java.util.List;
import org.grokscope.training.Compute;
import org.grokscope.training.DeviceChoice;
import org.grokscope.training.LocalExecutor;

/** A study of two tiny runs and a branch, as a process of its own. */
final class StudyProgram {
    static final int STEPS = 1200;

    private StudyProgram() {}

    static List<Trial> cells() {
        Trial.Trained parent = TinyStudy.trained(STEPS, 1);
        return List.of(parent, TinyStudy.branch(parent, 2, 2), TinyStudy.trained(STEPS, 2));
    }

    /** @param arguments the folder of runs */
    public static void main(String[] arguments) throws Exception {
        try (LocalExecutor executor = new LocalExecutor(DeviceChoice.CPU, Compute.DEFAULT_THREADS)) {
            StudyProgress end = new StudyRunner(cells(), Path.of(arguments[0]), StudyArchive.NONE, executor, _ -> {})
                    .run();
            System.exit(end.complete() ? 0 : 1);
        }
    }
}
