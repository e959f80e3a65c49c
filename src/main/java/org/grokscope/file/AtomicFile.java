package org.grokscope.file;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Files that are there whole or not at all: written beside under a name of their own, forced to the disk, then moved into
 * place. Several processes may replace one file at once; one of them is the last.
 */
public final class AtomicFile {
    private static final String UNFINISHED = ".part";
    private static final int BUFFER = 1 << 16;

    private AtomicFile() {}

    /** Writes what a file holds. */
    private interface Filling {
        void fill(FileChannel channel) throws IOException;
    }

    /** Puts a file in the place of another, or throws. */
    interface Move {
        void replace(Path file, Path by) throws IOException;
    }

    /**
     * Replaces a file by these bytes; on an error the old one stays and nothing is left beside it.
     *
     * @throws IOException as well where the file system replaces no file in one step
     */
    public static void write(Path file, ByteBuffer... contents) throws IOException {
        write(file, AtomicFile::move, contents);
    }

    /** As {@link #write(Path, ByteBuffer...)}; also where the body throws something else than an error of the disk. */
    public static void write(Path file, FileBody body) throws IOException {
        write(file, AtomicFile::move, channel -> {
            OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER);
            body.writeTo(out);
            out.flush();
        });
    }

    private static void move(Path file, Path by) throws IOException {
        Files.move(by, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    static void write(Path file, Move move, ByteBuffer... contents) throws IOException {
        write(file, move, channel -> {
            for (ByteBuffer content : contents) {
                while (content.hasRemaining()) {
                    channel.write(content);
                }
            }
        });
    }

    private static void write(Path file, Move move, Filling filling) throws IOException {
        Path beside = null;
        try {
            beside = Files.createFile(besides(file));
            try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.WRITE)) {
                filling.fill(channel);
                channel.force(true);
            }
            replace(file, beside, move);
        } catch (FileAlreadyExistsException taken) {
            // Somebody else had the same idea; one in four billion.
            write(file, move, filling);
            return;
        } catch (IOException | RuntimeException e) {
            if (beside != null) {
                Files.deleteIfExists(beside);
            }
            throw e;
        }
        forceFolder(file);
    }

    private static void replace(Path file, Path by, Move move) throws IOException {
        try {
            move.replace(file, by);
        } catch (FileAlreadyExistsException | AtomicMoveNotSupportedException refused) {
            throw new IOException("the file system of " + file
                    + " replaces no file in one step, as a run needs it: keep it on another disk", refused);
        }
    }

    /**
     * Deletes what processes that were killed left beside a file. Only for a file that nobody else is writing.
     *
     * @param file need not be there
     */
    public static void sweep(Path file) throws IOException {
        sweep(file.resolveSibling(""), file.getFileName() + ".");
    }

    /** Deletes what processes that were killed left in a folder, which need not be there. Only where nobody else writes. */
    public static void sweepFolder(Path folder) throws IOException {
        sweep(folder, "");
    }

    /** Returns whether a file is one that is being written, or was when its process was killed. */
    public static boolean unfinished(Path file) {
        return file.getFileName().toString().endsWith(UNFINISHED);
    }

    private static void sweep(Path folder, String prefix) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        for (Path entry : FolderTree.entries(folder)) {
            if (entry.getFileName().toString().startsWith(prefix) && unfinished(entry)) {
                Files.deleteIfExists(entry);
            }
        }
    }

    private static Path besides(Path file) {
        return file.resolveSibling("%s.%08x%s".formatted(file.getFileName(), ThreadLocalRandom.current().nextInt(),
                UNFINISHED));
    }

    /** Without this a power cut may take back the move, though not what was written. */
    private static void forceFolder(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            return;
        }
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException notHere) {
            // Some systems open no folders; their file systems keep the order of such changes.
        }
    }
}
