package org.grokscope.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.grokscope.file.FileProblem;
import org.grokscope.file.FolderTree;
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
        for (Path directory : directories) {
            if (RunOwner.of(directory.resolve("writer.json"), directory.resolve("metrics.jsonl")).isPresent()
                    || RunWriter.writes(directory)) {
                throw new FileProblem("The run " + directory.getFileName()
                        + " is training and cannot be deleted. Stop it first.");
            }
        }
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
            restore(new Deletion(moved));
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
        for (Map.Entry<Path, Path> run : deletion.moved().entrySet()) {
            Path place = run.getKey();
            if (Files.exists(place)) {
                throw new FileProblem("The run " + place.getFileName() + " cannot be brought back: there is another in "
                        + "its place.");
            }
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
        if (Files.notExists(folder())) {
            return new Contents(0, 0);
        }
        try (Stream<Path> deletions = Files.walk(folder(), 2)) {
            long runs = deletions.filter(path -> folder().relativize(path).getNameCount() == 2).count();
            return new Contents((int) runs, new FolderTree(folder()).bytes());
        }
    }

    /** Deletes for good whatever lies in the trash. */
    public void empty() throws IOException {
        new FolderTree(folder()).delete();
    }

    private Path folder() {
        return runsFolder.resolve(FOLDER);
    }
}
