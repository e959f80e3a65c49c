package org.grokscope.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A folder with all that is in it.
 *
 * @param path need not be there; then it is empty
 */
public record FolderTree(Path path) {
    private static final Duration LEFT = Duration.ofDays(1);

    /**
     * Makes a folder of a name that no other has, for something to be put together in; as readable as any other, unlike a
     * temporary one of Java's.
     *
     * @param parent where; it must be there
     * @param prefix what the name begins with
     */
    public static FolderTree make(Path parent, String prefix) throws IOException {
        return new FolderTree(Files.createDirectory(parent.resolve(prefix + UUID.randomUUID())));
    }

    /**
     * Deletes what processes that were killed left in a folder while they put it together: that in which nothing happened for
     * a day.
     *
     * @param prefix as for {@link #make}
     */
    public static void sweep(Path parent, String prefix) throws IOException {
        Instant old = Instant.now().minus(LEFT);
        try {
            for (Path entry : entries(parent)) {
                if (entry.getFileName().toString().startsWith(prefix)
                        && Files.getLastModifiedTime(entry).toInstant().isBefore(old)) {
                    new FolderTree(entry).delete();
                }
            }
        } catch (NoSuchFileException | AccessDeniedException notOurs) {
            // Somebody else was faster, or may.
        }
    }

    /**
     * Lists what a folder holds. A pipe in its place is not waited for.
     *
     * @throws NoSuchFileException when there is none
     * @throws FileProblem when it is no folder
     */
    public static List<Path> entries(Path folder) throws IOException {
        if (!Files.isDirectory(folder) && Files.exists(folder)) {
            throw new FileProblem(folder + " is no folder.");
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.toList();
        } catch (UncheckedIOException whileListing) {
            throw whileListing.getCause();
        }
    }

    /** Returns how many bytes its files have together. */
    public long bytes() throws IOException {
        if (Files.notExists(path)) {
            return 0;
        }
        long bytes = 0;
        try (Stream<Path> contents = Files.walk(path)) {
            for (Path file : contents.filter(Files::isRegularFile).toList()) {
                bytes += Files.size(file);
            }
        }
        return bytes;
    }

    /** Deletes it; somebody else may be at it, too. */
    public void delete() throws IOException {
        if (Files.notExists(path, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.walkFileTree(path, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException problem) throws IOException {
                if (problem instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw problem;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException problem)
                    throws IOException {
                if (problem != null && !(problem instanceof NoSuchFileException)) {
                    throw problem;
                }
                Files.deleteIfExists(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
