package org.grokscope.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A file that one process at a time holds, and one thread of it, while it reads, changes and writes others. The file stays:
 * one that is deleted while somebody waits for it locks nobody out. For moments only.
 */
public final class LockFile implements AutoCloseable {
    /** A process loses its lock on a file when it closes any channel of it, so it opens none twice. */
    private static final Map<Path, ReentrantLock> HERE = new ConcurrentHashMap<>();

    private final ReentrantLock here;
    private final @Nullable FileChannel channel;

    private LockFile(ReentrantLock here, @Nullable FileChannel channel) {
        this.here = here;
        this.channel = channel;
    }

    /** Waits until nobody else holds the file. Where a file system has no locks, only threads of this process wait. */
    public static LockFile hold(Path file) throws IOException {
        ReentrantLock here = HERE.computeIfAbsent(file.toAbsolutePath().normalize(), _ -> new ReentrantLock());
        here.lock();
        FileChannel channel = null;
        try {
            OrdinaryFile.checkIfThere(file);
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            return new LockFile(here, locked(channel) ? channel : null);
        } catch (IOException | RuntimeException | Error e) {
            here.unlock();
            if (channel != null) {
                channel.close();
            }
            throw e;
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.lock();
            return lock.isValid();
        } catch (IOException noLocks) {
            channel.close();
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        try {
            if (channel != null) {
                channel.close();
            }
        } finally {
            here.unlock();
        }
    }
}
