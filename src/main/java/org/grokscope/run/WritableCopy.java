package org.grokscope.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.grokscope.file.FolderTree;
import org.grokscope.settings.RunConfiguration;

/**
 * Copies a run that is not to be changed into a runs folder of one's own, where it can be forked and go on.
 */
public final class WritableCopy {
    private static final List<String> FILES = List.of("metrics.jsonl", "events.jsonl", RecordedCircles.FILE,
            "notes.json");
    private static final List<String> FOLDERS = List.of("checkpoints", "inherited");

    private WritableCopy() {}

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
        RunConfiguration original = run.head().configuration();
        return there.head().configuration()
                .ending(original.schedule().steps(), original.schedule().stopAfterGrok()).equals(original)
                && begins(run.metricsFile(), there.metricsFile()) && begins(run.eventsFile(), there.eventsFile());
    }

    private static boolean begins(Path original, Path copy) throws IOException {
        if (Files.notExists(original) || Files.notExists(copy)) {
            return Files.notExists(original);
        }
        long difference = Files.mismatch(original, copy);
        return difference < 0 || difference >= Files.size(original);
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = FolderTree.entries(from).stream()) {
            for (Path file : files.toList()) {
                Path copy = to.resolve(file.getFileName());
                if (Files.isDirectory(file)) {
                    copy(file, copy);
                } else if (Files.isRegularFile(file)) {
                    Files.copy(file, copy);
                }
            }
        }
    }

    private static void fill(Path made, Path run) throws IOException {
        for (String name : FILES) {
            if (Files.exists(run.resolve(name))) {
                Files.copy(run.resolve(name), made.resolve(name));
            }
        }
        for (String name : FOLDERS) {
            if (Files.isDirectory(run.resolve(name))) {
                copy(run.resolve(name), made.resolve(name));
            }
        }
    }
}
