package org.grokscope.run;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.grokscope.file.FileProblem;
import org.grokscope.file.FolderTree;
import org.grokscope.file.OrdinaryFile;

/**
 * The right to write a run, where locks do not reach: a file of the run's directory that one process makes, because only one
 * can. Claims are numbered. Whoever finds the claims of processes that are gone makes the next; it holds once its maker has
 * seen that there are still those and no other, and then it deletes them. Of two that make claims at once, one sees the other's,
 * whatever the order, and takes its own back.
 */
final class WriterClaim implements AutoCloseable {
    private static final Pattern NAME = Pattern.compile("writer-(\\d{1,9})\\.claim");
    /** A claim that says nothing yet is being made, or its maker was killed at that very moment. */
    private static final long TIME_TO_MAKE = TimeUnit.SECONDS.toNanos(10);
    private static final long SHORTEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(10);
    private static final long LONGEST_PAUSE = TimeUnit.SECONDS.toNanos(2);

    private final Path file;
    private final String text;

    private WriterClaim(Path file, String text) {
        this.file = file;
        this.text = text;
    }

    /** Returns whether a file of a run's directory is a claim, by its name. */
    static boolean is(String name) {
        return NAME.matcher(name).matches();
    }

    /**
     * Claims a run.
     *
     * @throws FileProblem when somebody else has
     */
    static WriterClaim take(Path directory) throws IOException {
        String text = new String(RunOwner.self(directory).toJson(), StandardCharsets.UTF_8) + "\n" + UUID.randomUUID();
        long began = System.nanoTime();
        for (long pause = SHORTEST_PAUSE;; pause = Math.min(LONGEST_PAUSE, pause * 2)) {
            SortedMap<Integer, String> gone = claims(directory);
            boolean waiting = false;
            for (String other : gone.values()) {
                Optional<RunOwner> owner = RunOwner.parse(other).filter(it -> !it.isThisProcess());
                if (owner.isPresent()) {
                    Optional<Boolean> lives = owner.get().certain(directory);
                    if (lives.orElse(false)) {
                        throw new RunTaken(directory, owner);
                    }
                    waiting |= lives.isEmpty();
                } else {
                    waiting |= other.isEmpty() && System.nanoTime() - began < TIME_TO_MAKE;
                }
            }
            int number = gone.isEmpty() ? 1 : gone.lastKey() + 1;
            Path file = directory.resolve("writer-%d.claim".formatted(number));
            if (!waiting && made(directory, file, text)) {
                SortedMap<Integer, String> others = claims(directory);
                others.remove(number);
                if (others.equals(gone)) {
                    for (int dead : gone.keySet()) {
                        Files.deleteIfExists(directory.resolve("writer-%d.claim".formatted(dead)));
                    }
                    return new WriterClaim(file, text);
                }
                Files.deleteIfExists(file);
            }
            LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(pause));
        }
    }

    private static boolean made(Path directory, Path file, String text) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
            return true;
        } catch (FileAlreadyExistsException faster) {
            return false;
        } catch (AccessDeniedException e) {
            throw new FileProblem("The run " + directory.getFileName() + " may not be written by you.", e);
        }
    }

    private static SortedMap<Integer, String> claims(Path directory) throws IOException {
        SortedMap<Integer, String> claims = new TreeMap<>();
        for (Path entry : FolderTree.entries(directory)) {
            Matcher name = NAME.matcher(entry.getFileName().toString());
            if (name.matches()) {
                try {
                    claims.put(Integer.valueOf(name.group(1)),
                            new String(OrdinaryFile.read(entry), StandardCharsets.UTF_8));
                } catch (NoSuchFileException taken) {
                    // Its owner let go this moment.
                }
            }
        }
        return claims;
    }

    /** Returns whether the claim still stands. */
    boolean stands() {
        try {
            return new String(OrdinaryFile.read(file), StandardCharsets.UTF_8).equals(text);
        } catch (IOException gone) {
            return false;
        }
    }

    /** Lets others have the run. */
    @Override
    public void close() throws IOException {
        if (stands()) {
            Files.deleteIfExists(file);
        }
    }
}
