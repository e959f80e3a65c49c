package org.grokscope.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** The files that a run is made of: nothing else may be written in their places. */
public final class RunParts {
    private static final Set<String> FILES = Set.of("run.json", "metrics.jsonl", "events.jsonl", RecordedCircles.FILE,
            "notes.json", RunOwner.FILE, RunDirectory.LOCK, RunDirectory.NOTES_LOCK);
    private static final Set<String> FOLDERS = Set.of("checkpoints", "inherited");

    private RunParts() {}

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
            if (direct ? FILES.contains(name) : FOLDERS.contains(name)) {
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
