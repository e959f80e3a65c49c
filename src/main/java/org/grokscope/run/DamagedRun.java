package org.grokscope.run;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.grokscope.file.FileProblem;
import org.grokscope.file.FolderTree;
import org.grokscope.file.ProblemSentence;

/**
 * Something in a runs folder that should be a run and cannot be opened.
 *
 * @param path the run's directory, or what stands in its place
 * @param sentence what is wrong with it
 */
public record DamagedRun(Path path, String sentence) {
    private static final List<String> PARTS = List.of("metrics.jsonl", "events.jsonl", "checkpoints");

    /** Names what went wrong when a run was opened. */
    public static DamagedRun of(Path path, IOException problem) {
        return new DamagedRun(path, problem instanceof FileProblem
                ? ProblemSentence.of(problem)
                : problem instanceof AccessDeniedException
                        ? path + " cannot be read: you lack the permission."
                        : path + " cannot be read (" + ProblemSentence.of(problem) + ").");
    }

    /**
     * Returns why an entry of a runs folder cannot be a run, before anything in it is read. A folder of other things is
     * none of our business, nor is a file with an extension.
     */
    static Optional<String> wrongWith(Path entry) throws IOException {
        if (Files.isRegularFile(entry)) {
            return entry.getFileName().toString().contains(".")
                    ? Optional.empty()
                    : Optional.of(entry + " is a file; a run is a folder.");
        }
        if (!Files.isDirectory(entry)) {
            return Optional.of(Files.isSymbolicLink(entry)
                    ? entry + " is a link that does not lead to a folder."
                    : entry + " is no folder.");
        }
        if (!Files.isReadable(entry) || !Files.isExecutable(entry)) {
            return Optional.of(entry + " cannot be read: you lack the permission.");
        }
        if (Files.exists(entry.resolve("run.json"), LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        List<String> names = FolderTree.entries(entry).stream().map(path -> path.getFileName().toString()).toList();
        if (names.isEmpty()) {
            return Optional.of("There is no run in " + entry + ": it is empty.");
        }
        return names.stream().anyMatch(PARTS::contains)
                ? Optional.of("There is no run in " + entry + ": it has no run.json.")
                : Optional.empty();
    }
}
