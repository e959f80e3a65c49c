package org.grokscope.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.grokscope.file.FileProblem;
import org.grokscope.file.FolderTree;
import org.grokscope.file.LockFile;
import org.grokscope.file.ProblemSentence;

/**
 * Where runs go that are deleted: the folder {@value #FOLDER} in their runs folder, a folder a deletion. They can be
 * brought back until it is emptied.
 *
 * @param runsFolder need not be there: then there is nothing in its trash
 */
public record Trash(Path runsFolder) {
    /** The trash's name in a runs folder; names with a dot are no runs. */
    public static final String FOLDER = ".trash";

    /** What the name of a trash begins with that is being emptied. */
    private static final String EMPTIED = ".emptied-";
    /** Held by whoever moves runs into the trash or out of it. */
    private static final String LOCK = ".trash.lock";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss")
            .withZone(ZoneOffset.UTC);

    /**
     * What one deletion moved.
     *
     * @param moved where each run lies now, by where it lay before
     */
    public record Deletion(Map<Path, Path> moved) {
        public Deletion {
            moved = new LinkedHashMap<>(moved);
        }
    }

    /** How much lies in a trash. */
    public record Contents(int runs, long bytes) {}

    /**
     * Moves runs to the trash, all or none of them.
     *
     * @param directories run directories of this folder, sound or not
     * @throws FileProblem when one of them is being written, or the folder cannot be
     */
    public Deletion delete(List<Path> directories) throws IOException {
        if (!Files.isWritable(runsFolder)) {
            throw new FileProblem("Nothing was deleted: the runs folder " + runsFolder + " may not be written by you.");
        }
        // Whoever would write a run, move it or empty the trash meanwhile is kept out.
        List<WriterLock> held = new ArrayList<>();
        try (LockFile _ = LockFile.hold(lockFile())) {
            for (Path directory : directories) {
                if (Files.notExists(directory, LinkOption.NOFOLLOW_LINKS)) {
                    throw gone(directory);
                }
                // What stands in a run's place may be no folder at all.
                if (Files.isDirectory(directory)) {
                    held.add(claimed(directory));
                }
            }
            return move(directories);
        } finally {
            for (WriterLock lock : held) {
                lock.close();
            }
        }
    }

    private static WriterLock claimed(Path directory) throws IOException {
        Optional<RunOwner> owner = RunOwner.of(directory).or(() -> uncertain(directory));
        if (owner.filter(RunOwner::elsewhere).isPresent()) {
            throw new FileProblem(
                    "The run %s is training as %s and cannot be deleted. Stop it there first; if it has ended, "
                            .formatted(directory.getFileName(), owner.get().said()) + "try again in two minutes.");
        }
        if (owner.isPresent()) {
            throw training(directory);
        }
        try {
            return WriterLock.take(directory);
        } catch (FileProblem taken) {
            throw training(directory);
        } catch (NoSuchFileException e) {
            throw gone(directory);
        } catch (IOException e) {
            throw new FileProblem("Nothing was deleted: the run " + directory.getFileName() + " cannot be moved ("
                    + ProblemSentence.of(e) + ").", e);
        }
    }

    private static Optional<RunOwner> uncertain(Path directory) {
        try {
            return RunOwner.uncertain(directory);
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    private static FileProblem gone(Path directory) {
        return new FileProblem("There is no run " + directory.getFileName() + " any more.");
    }

    private static FileProblem training(Path directory) {
        return new FileProblem(
                "The run " + directory.getFileName() + " is training and cannot be deleted. Stop it first.");
    }

    private Deletion move(List<Path> directories) throws IOException {
        Map<Path, Path> moved = new LinkedHashMap<>();
        Path batch = null;
        try {
            Files.createDirectories(folder());
            batch = FolderTree.make(folder(), TIME.format(Instant.now()) + "-").path();
            for (Path directory : directories) {
                Path there = batch.resolve(directory.getFileName());
                Files.move(directory, there, StandardCopyOption.ATOMIC_MOVE);
                moved.put(directory, there);
            }
            return new Deletion(moved);
        } catch (IOException e) {
            bringBack(new Deletion(moved));
            if (batch != null) {
                Files.deleteIfExists(batch);
            }
            throw new FileProblem("Nothing was deleted: the runs folder " + runsFolder + " cannot be written ("
                    + ProblemSentence.of(e) + ").", e);
        }
    }

    /**
     * Brings back what one deletion moved.
     *
     * @throws FileProblem when another run has taken a place meanwhile, or the trash was emptied
     */
    public void restore(Deletion deletion) throws IOException {
        try (LockFile _ = LockFile.hold(lockFile())) {
            bringBack(deletion);
        }
    }

    private static void bringBack(Deletion deletion) throws IOException {
        // All or none.
        for (Path place : deletion.moved().keySet()) {
            if (Files.exists(place)) {
                throw new FileProblem("The run " + place.getFileName() + " cannot be brought back: there is another in "
                        + "its place.");
            }
        }
        for (Map.Entry<Path, Path> run : deletion.moved().entrySet()) {
            Path place = run.getKey();
            try {
                Files.move(run.getValue(), place, StandardCopyOption.ATOMIC_MOVE);
            } catch (NoSuchFileException e) {
                throw new FileProblem("The run " + place.getFileName() + " is no longer in the trash.", e);
            }
        }
        for (Path run : deletion.moved().values()) {
            Files.deleteIfExists(run.resolveSibling(""));
        }
    }

    /** Returns how much there is. */
    public Contents contents() throws IOException {
        int runs = 0;
        long bytes = 0;
        for (Path folder : folders()) {
            try (Stream<Path> deletions = Files.walk(folder, 2)) {
                runs += (int) deletions.filter(path -> folder.relativize(path).getNameCount() == 2).count();
                bytes += new FolderTree(folder).bytes();
            } catch (NoSuchFileException | UncheckedIOException beingEmptied) {
                // Somebody else empties it this moment.
            }
        }
        return new Contents(runs, bytes);
    }

    /** Deletes for good whatever lies in the trash. It is gone at once; then its files are deleted one by one. */
    public void empty() throws IOException {
        if (Files.exists(folder())) {
            try (LockFile _ = LockFile.hold(lockFile())) {
                Files.move(folder(), runsFolder.resolve(EMPTIED + UUID.randomUUID()), StandardCopyOption.ATOMIC_MOVE);
            } catch (NoSuchFileException e) {
                // Somebody else was faster.
            }
        }
        for (Path folder : folders()) {
            new FolderTree(folder).delete();
        }
    }

    /** The trash, and what emptying it that was broken off left. */
    private List<Path> folders() throws IOException {
        if (!Files.isDirectory(runsFolder)) {
            return List.of();
        }
        return FolderTree.entries(runsFolder).stream()
                .filter(it -> it.equals(folder()) || it.getFileName().toString().startsWith(EMPTIED)).toList();
    }

    private Path folder() {
        return runsFolder.resolve(FOLDER);
    }

    private Path lockFile() {
        return runsFolder.resolve(LOCK);
    }
}
