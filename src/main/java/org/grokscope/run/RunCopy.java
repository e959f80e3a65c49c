package org.grokscope.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Copies a run into another runs folder, where it can be forked and go on; it leaves out who wrote it last. */
public final class RunCopy {
    private static final List<String> FILES = List.of("metrics.jsonl", "events.jsonl", "notes.json");
    private static final List<String> FOLDERS = List.of("checkpoints", "inherited");

    private RunCopy() {}

    /**
     * Copies a run, or finds the copy that was made before.
     *
     * @return the copy, whose id is another where the runs folder has a run of this one's
     */
    public static RunDirectory into(Path runsFolder, RunDirectory run) throws IOException {
        for (RunDirectory there : new RunLibrary(runsFolder).runs()) {
            if (isCopy(there, run)) {
                return there;
            }
        }
        RunHead head = run.head();
        return RunDirectory.create(runsFolder, head.name(), head.configuration(), head.lineage(), head.environment(),
                made -> fill(made, run.path()));
    }

    /** A copy may have gone on since. */
    private static boolean isCopy(RunDirectory there, RunDirectory run) throws IOException {
        return there.head().configuration().with(run.head().configuration().schedule())
                .equals(run.head().configuration())
                && Files.mismatch(there.metricsFile(), run.metricsFile()) < 0;
    }

    private static void fill(Path made, Path run) throws IOException {
        for (String name : FILES) {
            if (Files.exists(run.resolve(name))) {
                Files.copy(run.resolve(name), made.resolve(name));
            }
        }
        for (String name : FOLDERS) {
            if (Files.isDirectory(run.resolve(name))) {
                Files.createDirectories(made.resolve(name));
                try (Stream<Path> files = Files.list(run.resolve(name))) {
                    for (Path file : files.filter(Files::isRegularFile).toList()) {
                        Files.copy(file, made.resolve(name).resolve(file.getFileName()));
                    }
                }
            }
        }
    }
}
