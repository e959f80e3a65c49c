package org.grokscope.run;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.grokscope.file.FileProblem;
import org.grokscope.file.FolderTree;
import org.grokscope.file.ProblemSentence;
import org.grokscope.file.TargetFolder;
import org.jspecify.annotations.Nullable;

/**
 * A run that was just made: it appears in its folder whole or not at all, under a name that no other has.
 *
 * @param path its directory
 * @param head what its run.json says
 */
record NewRun(Path path, RunHead head) {
    /** Writes what else is to be in a run directory before anybody sees it. */
    interface Initializer {
        void into(Path directory) throws IOException;
    }

    /**
     * Makes it.
     *
     * @param wanted its id and time are still to be found
     * @throws FileProblem when the runs folder is none that can be written
     * @throws IOException when it could be, and writing failed all the same: the disk is full, for example
     */
    static NewRun make(Path runsFolder, RunHead wanted, Initializer initializer) throws IOException {
        String name = wanted.name();
        Path made = null;
        try {
            new TargetFolder(runsFolder).make();
            FolderTree.sweep(runsFolder, RunDirectory.UNFINISHED);
            made = FolderTree.make(runsFolder, RunDirectory.UNFINISHED).path();
            Files.createDirectory(made.resolve("checkpoints"));
            initializer.into(made);
            String stem = wanted.imported() == null
                    ? RunId.stem(wanted.configuration(), wanted.lineage())
                    : RunId.imported(name);
            boolean namesake = false;
            for (int count = 1;; count++) {
                String id = count == 1 ? stem : stem + "-" + count;
                Path path = runsFolder.resolve(id);
                if (Files.notExists(path)) {
                    String unique = namesake ? name + " (" + count + ")" : name;
                    RunHead head = new RunHead(id, unique, Instant.now().truncatedTo(ChronoUnit.MILLIS),
                            wanted.configuration(), wanted.lineage(), wanted.environment(), wanted.imported());
                    HeadDocument.write(made.resolve("run.json"), head);
                    if (claimed(made, path)) {
                        return new NewRun(path, head);
                    }
                }
                namesake |= isCalled(path, name);
            }
        } catch (RuntimeException | Error e) {
            clear(made);
            throw e;
        } catch (IOException e) {
            clear(made);
            if (e instanceof FileProblem source) {
                // What was to be put into it cannot be read; its folder is not to blame.
                throw source;
            }
            String sentence = e instanceof AccessDeniedException
                    ? "The runs folder " + runsFolder + " may not be written by you."
                    : "The runs folder " + runsFolder + " cannot be written (" + ProblemSentence.of(e) + ").";
            throw Files.isDirectory(runsFolder) && Files.isWritable(runsFolder)
                    ? new IOException(sentence, e)
                    : new FileProblem(sentence, e);
        }
    }

    private static void clear(@Nullable Path made) throws IOException {
        if (made != null) {
            new FolderTree(made).delete();
        }
    }

    /** Returns whether a run has this name; one that cannot be read has none. */
    private static boolean isCalled(Path run, String name) {
        try {
            return HeadDocument.read(run.resolve("run.json")).name().equals(name);
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** Moves a folder to a name nobody has; false when somebody was faster. */
    private static boolean claimed(Path made, Path path) throws IOException {
        try {
            Files.move(made, path, StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
            return false;
        } catch (AtomicMoveNotSupportedException e) {
            throw e;
        } catch (IOException e) {
            if (Files.exists(path)) {
                return false;
            }
            throw e;
        }
    }
}
