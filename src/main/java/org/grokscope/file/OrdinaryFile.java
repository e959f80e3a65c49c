package org.grokscope.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Files whose contents are read at once: ordinary ones of a sensible size, no pipes, devices or folders. */
public final class OrdinaryFile {
    /** No document of a run comes near. */
    public static final int LARGEST_DOCUMENT = 1 << 20;

    private OrdinaryFile() {}

    /**
     * Reads a small file.
     *
     * @throws NoSuchFileException when there is none
     * @throws FileProblem when it is larger than {@link #LARGEST_DOCUMENT}, or no file that has an end
     */
    public static byte[] read(Path file) throws IOException {
        check(file);
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LARGEST_DOCUMENT + 1);
            if (bytes.length > LARGEST_DOCUMENT) {
                throw new FileProblem(file + " is too large to be a " + file.getFileName() + ".");
            }
            return bytes;
        }
    }

    /**
     * Makes sure that nothing but an ordinary file stands where one is to be written.
     *
     * @param file need not be there
     * @throws FileProblem when it is a folder, a pipe or a device
     */
    public static void checkIfThere(Path file) throws FileProblem {
        // A link that leads nowhere is no file, and yet stands in its place.
        if (!Files.isRegularFile(file) && Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileProblem(file + " is not an ordinary file.");
        }
    }

    /**
     * Makes sure that reading a file can neither wait for ever nor go on for ever.
     *
     * @throws NoSuchFileException when there is none
     * @throws FileProblem when it is a folder, a pipe or a device
     */
    public static void check(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            if (Files.notExists(file)) {
                throw new NoSuchFileException(file.toString());
            }
            throw new FileProblem(file + " is not an ordinary file.");
        }
    }
}
