package org.grokscope.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.grokscope.file.FileProblem;
import org.jspecify.annotations.Nullable;

/**
 * A run's directory as it stood when somebody began to read it. Files that are moved away meanwhile look like files that
 * never were, so whoever makes something of what was read asks afterwards whether the run has stood all the while.
 *
 * @param directory the run's
 * @param key what the file system tells it by; null where it has no such thing
 */
record StandingRun(Path directory, @Nullable Object key) {
    /** @throws FileProblem when there is no such directory */
    static StandingRun of(Path directory) throws IOException {
        try {
            return new StandingRun(directory, key(directory));
        } catch (NoSuchFileException e) {
            throw gone(directory);
        }
    }

    /** @throws FileProblem when the run does not stand there any more */
    void check() throws IOException {
        if (!equals(of(directory))) {
            throw gone(directory);
        }
    }

    private static @Nullable Object key(Path directory) throws IOException {
        return Files.readAttributes(directory, BasicFileAttributes.class).fileKey();
    }

    /** Returns what whoever had a run in mind is told when it is gone. */
    static FileProblem gone(Path directory) {
        return new FileProblem("The run " + directory.getFileName() + " was moved, renamed or deleted meanwhile.");
    }
}
