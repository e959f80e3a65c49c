package org.grokscope.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.grokscope.file.FileProblem;
import org.grokscope.file.OrdinaryFile;

/** The files that a run is made of: nothing else may be written in their places. */
public final class RunParts {
    private static final List<String> FILES = List.of("run.json", "metrics.jsonl", "events.jsonl", RecordedCircles.FILE,
            "notes.json", Tour.FILE, RunOwner.FILE, RunDirectory.LOCK, RunDirectory.NOTES_LOCK);
    /** What is written in its place, where everything else is replaced. */
    private static final List<String> GROWING = List.of("metrics.jsonl", "events.jsonl", RecordedCircles.FILE,
            "checkpoints");
    private static final Set<String> FOLDERS = Set.of("checkpoints", "inherited");

    private static final Set<String> WRITERS_OWN = Set.of(RunOwner.FILE, RunDirectory.LOCK, RunDirectory.NOTES_LOCK);

    private RunParts() {}

    /** Returns whether a file of a run belongs to whoever writes it, and to no copy. */
    static boolean writersOwn(String name) {
        return WRITERS_OWN.contains(name) || WriterClaim.is(name);
    }

    /**
     * Makes sure that a run's files are files: whoever opens a pipe waits for its other end, which may never come.
     *
     * @param run its directory
     * @throws FileProblem when something else stands in the place of one of them, or a link where would be written through it
     */
    public static void check(Path run) throws FileProblem {
        for (String name : FILES) {
            OrdinaryFile.checkIfThere(run.resolve(name));
        }
        for (String name : GROWING) {
            if (Files.isSymbolicLink(run.resolve(name))) {
                throw new FileProblem(
                        run.resolve(name) + " is a link. What it leads to is only read: put a copy in its place "
                                + "to go on with the run.");
            }
        }
    }

    /** Returns whether a folder is a run, and not one of runs. */
    public static boolean isRun(Path folder) {
        return Files.exists(folder.resolve("run.json"));
    }

    /**
     * Returns whether a file is a part of a run, or would be.
     *
     * @param file need not be there
     */
    public static boolean hold(Path file) {
        Path part = file.toAbsolutePath().normalize();
        boolean direct = true;
        while (part.getParent() != null && part.getFileName() != null) {
            String name = part.getFileName().toString();
            if (direct ? FILES.contains(name) || WriterClaim.is(name) : FOLDERS.contains(name)) {
                if (Files.exists(part.resolveSibling("run.json"))) {
                    return true;
                }
            } else if (!direct) {
                return false;
            }
            direct = false;
            part = part.getParent();
        }
        return false;
    }
}
