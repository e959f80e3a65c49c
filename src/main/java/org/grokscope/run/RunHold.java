package org.grokscope.run;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.grokscope.file.AtomicFile;
import org.grokscope.file.FileProblem;

/**
 * A directory that one process of all machines holds, to write it: by a lock where the file system has locks, by a claim
 * everywhere, and with a heartbeat in writer.json, by which others see from far away that it lives.
 */
public final class RunHold implements AutoCloseable {
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(50);

    private final Path directory;
    private final Path ownerFile;
    private final WriterLock lock;
    private final WriterClaim claim;
    private final Heartbeat heartbeat;
    private RunOwner owner;

    private RunHold(Path directory, WriterLock lock, WriterClaim claim, RunOwner owner) {
        this.directory = directory;
        this.ownerFile = directory.resolve(RunOwner.FILE);
        this.lock = lock;
        this.claim = claim;
        this.owner = owner;
        this.heartbeat = new Heartbeat(this::beat);
    }

    /**
     * Takes a directory. Where a process of another machine had it, that is watched for a minute and a half at most.
     *
     * @throws FileProblem when somebody else has it, who is named
     */
    public static RunHold take(Path directory) throws IOException {
        Optional<RunOwner> elsewhere = RunOwner.watched(directory).filter(RunOwner::elsewhere);
        if (elsewhere.isPresent()) {
            throw new RunTaken(directory, elsewhere);
        }
        WriterLock lock = WriterLock.take(directory);
        try {
            RunParts.check(directory);
            WriterClaim claim = WriterClaim.take(directory);
            try {
                RunOwner owner = RunOwner.self(directory);
                AtomicFile.write(directory.resolve(RunOwner.FILE), ByteBuffer.wrap(owner.toJson()));
                return new RunHold(directory, lock, claim, owner);
            } catch (IOException | RuntimeException e) {
                claim.close();
                throw e;
            }
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** Takes a directory as soon as nobody else has it; for moments only. */
    public static RunHold await(Path directory) throws IOException {
        while (true) {
            try {
                return take(directory);
            } catch (RunTaken busy) {
                LockSupport.parkNanos(PAUSE);
            }
        }
    }

    /** The file is written over in its place: a network file system may show one that was replaced for another minute. */
    private void beat() {
        if (!lock.inPlace() || !claim.stands()) {
            return;
        }
        owner = owner.beating();
        try (FileChannel channel = FileChannel.open(ownerFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(owner.toJson()), 0);
        } catch (IOException nextTime) {
            // A full disk or a network that is gone for a moment; whoever writes the run itself will say so.
        }
    }

    /**
     * Makes sure that the directory is still held, so that nothing is written into another's.
     *
     * @throws FileProblem when it was moved, renamed, deleted or replaced, or another process has taken it
     */
    void check() throws FileProblem {
        lock.check();
        if (!claim.stands()) {
            throw new FileProblem("Another process has taken the run " + directory.getFileName()
                    + " over, because this one was silent for too long.");
        }
    }

    /** Lets others have it. */
    @Override
    public void close() throws IOException {
        heartbeat.close();
        try (lock; claim) {
            if (lock.inPlace() && claim.stands()) {
                Files.deleteIfExists(ownerFile);
            }
        }
    }
}
