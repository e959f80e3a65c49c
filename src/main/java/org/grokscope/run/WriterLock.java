package org.grokscope.run;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.grokscope.file.FileProblem;
import org.grokscope.file.OrdinaryFile;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A run's directory held by one process, and one hand in it: to write the run, or to move it away. The lock goes with the
 * directory wherever that is moved; whoever holds it can tell that the place has become another's.
 */
final class WriterLock implements AutoCloseable {
    /**
     * The runs that this process holds. Their lock files must not be opened a second time: closing any channel of a file
     * gives up all locks that the process holds on it.
     */
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();
    private static final Logger LOG = LoggerFactory.getLogger(WriterLock.class);
    /** The folders without locks that were told of. */
    private static final Set<Path> TOLD = ConcurrentHashMap.newKeySet();

    private final Path directory;
    private final FileChannel channel;
    private final @Nullable Object identity;

    private WriterLock(Path directory, FileChannel channel, @Nullable Object identity) {
        this.directory = directory;
        this.channel = channel;
        this.identity = identity;
    }

    /**
     * Takes a run.
     *
     * @param directory need not hold a sound run
     * @throws FileProblem when somebody else has it
     */
    static WriterLock take(Path directory) throws IOException {
        Path path = directory.toAbsolutePath().normalize();
        if (!HELD_HERE.add(path)) {
            throw new RunTaken(path, RunOwner.of(path));
        }
        Path file = path.resolve(RunDirectory.LOCK);
        FileChannel channel = null;
        try {
            OrdinaryFile.checkIfThere(file);
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!locked(channel, path)) {
                throw new RunTaken(path, RunOwner.of(path));
            }
            return new WriterLock(path, channel, identity(path));
        } catch (IOException e) {
            letGo(path, channel);
            throw e instanceof AccessDeniedException
                    ? new FileProblem("The run " + path.getFileName() + " may not be written by you.", e)
                    : e;
        } catch (RuntimeException e) {
            letGo(path, channel);
            throw e;
        }
    }

    /**
     * Where a file system has no locks, writer.json alone tells who writes. So it does of another machine that has the folder
     * mounted, too: its locks need not reach this one.
     */
    private static boolean locked(FileChannel channel, Path directory) throws IOException {
        try {
            return channel.tryLock() != null && RunOwner.of(directory).filter(RunOwner::elsewhere).isEmpty();
        } catch (IOException noLocks) {
            if (TOLD.add(directory.resolveSibling(""))) {
                LOG.warn("The file system of {} has no locks; a heartbeat alone keeps two processes apart there.",
                        directory.resolveSibling(""));
            }
            return RunOwner.of(directory).isEmpty();
        }
    }

    private static void letGo(Path directory, @Nullable FileChannel channel) throws IOException {
        if (channel != null) {
            channel.close();
        }
        HELD_HERE.remove(directory);
    }

    /** Returns whether the directory still stands where it was taken. */
    boolean inPlace() {
        try {
            return Objects.equals(identity, identity(directory));
        } catch (IOException gone) {
            return false;
        }
    }

    /**
     * Makes sure that the directory still stands where it was taken, so that nothing is written into another's.
     *
     * @throws FileProblem when it was moved, renamed, deleted or replaced
     */
    void check() throws FileProblem {
        if (!inPlace()) {
            throw StandingRun.gone(directory);
        }
    }

    private static @Nullable Object identity(Path directory) throws IOException {
        return Files.readAttributes(directory, BasicFileAttributes.class).fileKey();
    }

    /** Lets others have it. The lock file stays: one that is deleted while another process waits for it locks nobody out. */
    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            HELD_HERE.remove(directory);
        }
    }
}
