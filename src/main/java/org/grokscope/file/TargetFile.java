package org.grokscope.file;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file that a person wants a result in. What stands there decides how it is written: an ordinary file is replaced whole, a
 * link leads to the file that is, and what has no contents of its own, a pipe or a terminal, is written to.
 *
 * @param path as the person named it
 */
public record TargetFile(Path path) {
    private static final int TYPE_MASK = 0170000;
    private static final int BLOCK_DEVICE = 0060000;

    /** Returns whether the result is kept there: it is a file, or will be one. */
    public boolean keeps() {
        return Files.notExists(path) || Files.isRegularFile(path);
    }

    /**
     * Makes sure that something can be written there.
     *
     * @param replace whether a file that is there may be replaced
     * @throws FileProblem when not
     */
    public void check(boolean replace) throws IOException {
        Path folder = path.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new FileProblem("There is no folder " + folder + " to write to.");
        }
        if (Files.isDirectory(path)) {
            throw new FileProblem(path + " is a folder and cannot be replaced by a file.");
        }
        if (!keeps() && blockDevice()) {
            throw new FileProblem(path + " is a disk; nothing is written to it.");
        }
        if (!replace && Files.isRegularFile(path)) {
            throw new FileProblem(path + " is there already; --force replaces it.");
        }
    }

    private boolean blockDevice() throws IOException {
        try {
            return ((int) Files.getAttribute(path, "unix:mode") & TYPE_MASK) == BLOCK_DEVICE;
        } catch (UnsupportedOperationException | IllegalArgumentException notUnix) {
            return false;
        }
    }

    /**
     * Writes the result, whole or not at all where it is kept.
     *
     * @return how many bytes that were
     */
    public long write(FileBody body) throws IOException {
        if (keeps()) {
            Path file = resolved();
            AtomicFile.write(file, body);
            return Files.size(file);
        }
        try (CountingStream out = new CountingStream(Files.newOutputStream(path, StandardOpenOption.WRITE))) {
            body.writeTo(out);
            out.flush();
            return out.written;
        }
    }

    /** A pipe or a terminal does not tell how much it was given. */
    private static final class CountingStream extends BufferedOutputStream {
        long written;

        CountingStream(OutputStream out) {
            super(out);
        }

        @Override
        public synchronized void write(int single) throws IOException {
            super.write(single);
            written++;
        }

        @Override
        public synchronized void write(byte[] bytes, int from, int length) throws IOException {
            super.write(bytes, from, length);
            written += length;
        }
    }

    /** Returns the file that links lead to; the last one need not be there. */
    public Path resolved() throws IOException {
        if (Files.exists(path)) {
            return path.toRealPath();
        }
        return Files.isSymbolicLink(path) ? path.resolveSibling(Files.readSymbolicLink(path)) : path;
    }
}
