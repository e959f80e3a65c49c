package org.grokscope.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A folder that a person wants results in.
 *
 * @param path as the person named it
 */
public record TargetFolder(Path path) {
    /**
     * Makes it where it is not there.
     *
     * @throws FileProblem when something else stands in its place or in that of a folder above, or it may not be written
     * @throws IOException when it could be made, and making it failed all the same: the disk is full, for example
     */
    public void make() throws IOException {
        check();
        Files.createDirectories(path);
    }

    /**
     * Makes sure that it could be made.
     *
     * @throws FileProblem when something else stands in its place or in that of a folder above, or it may not be written
     */
    public void check() throws FileProblem {
        for (Path place = path.toAbsolutePath().normalize(); place != null; place = place.getParent()) {
            if (Files.exists(place)) {
                check(place);
                break;
            }
        }
    }

    private static void check(Path place) throws FileProblem {
        if (!Files.isDirectory(place)) {
            throw new FileProblem(place + " is no folder.");
        }
        if (!Files.isWritable(place)) {
            throw new FileProblem("The folder " + place + " may not be written by you.");
        }
    }
}
