package org.grokscope.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.grokscope.file.AtomicFile;
import org.grokscope.file.FileProblem;
import org.grokscope.file.FolderTree;
import org.grokscope.file.TargetFolder;
import org.grokscope.text.InvalidSetting;
import org.jspecify.annotations.Nullable;

/**
 * A light copy of a run, to be handed on or kept: everything that was logged, byte for byte, but only some of its
 * checkpoints. Most of a run's size are AdamW's moments; a checkpoint without them can be looked at and measured, and not
 * forked. Of what was logged most is where the tokens lay, which only the course of a circle needs.
 *
 * @param whole steps whose checkpoints are kept as they are, so that the copy can be forked there
 * @param weights steps whose checkpoints are kept without their moments
 * @param circles whether it is kept where the tokens lay at each evaluation
 */
public record RunCopy(Set<Integer> whole, Set<Integer> weights, boolean circles) {
    public RunCopy {
        whole = Set.copyOf(whole);
        weights = Set.copyOf(weights);
    }

    /** All that was logged, and some checkpoints. */
    public RunCopy(Set<Integer> whole, Set<Integer> weights) {
        this(whole, weights, true);
    }

    /** What was measured and what came to pass alone: neither a checkpoint nor where the tokens lay. */
    public static RunCopy logs() {
        return new RunCopy(Set.of(), Set.of(), false);
    }

    /**
     * Copies a run into another folder under its own id. The copy appears whole or not at all.
     *
     * @param runsFolder made when it is not there
     * @throws InvalidSetting when a checkpoint is without moments where they are to be kept, or the folder holds a run
     *     of that id already
     * @throws FileProblem when the run has no checkpoint at one of the steps, one of them is damaged, or the folder cannot
     *     be written
     */
    public RunDirectory make(RunDirectory run, Path runsFolder) throws IOException {
        InvalidSetting.unless(Files.notExists(target(run, runsFolder)), "to", already(run, runsFolder));
        return put(run, runsFolder, (made, target) -> {
            try {
                Files.move(made, target, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                // Of two who copy at once, one is told.
                InvalidSetting.unless(Files.notExists(target), "to", already(run, runsFolder));
                throw e;
            }
        });
    }

    private static String already(RunDirectory run, Path runsFolder) {
        return "There is a run " + run.head().id() + " in " + runsFolder + " already.";
    }

    /** As {@link #make}, in the place of a copy that is there. */
    public RunDirectory replace(RunDirectory run, Path runsFolder) throws IOException {
        return put(run, runsFolder, (made, target) -> {
            // What is there goes only when its successor is whole, and is never seen half deleted.
            if (Files.exists(target)) {
                Path before = runsFolder.resolve(RunDirectory.UNFINISHED + UUID.randomUUID());
                Files.move(target, before, StandardCopyOption.ATOMIC_MOVE);
                Files.move(made, target, StandardCopyOption.ATOMIC_MOVE);
                new FolderTree(before).delete();
            } else {
                Files.move(made, target, StandardCopyOption.ATOMIC_MOVE);
            }
        });
    }

    /** Puts what was made into its place. */
    private interface Placing {
        void place(Path made, Path target) throws IOException;
    }

    private RunDirectory put(RunDirectory run, Path runsFolder, Placing placing) throws IOException {
        Path target = target(run, runsFolder);
        if (RunParts.isRun(runsFolder)) {
            throw new FileProblem(runsFolder + " is a run, and no folder of runs.");
        }
        StandingRun standing = StandingRun.of(run.path());
        @Nullable
        Path made = null;
        try {
            List<Checkpoint> kept = checkpoints(run);
            new TargetFolder(runsFolder).make();
            FolderTree.sweep(runsFolder, RunDirectory.UNFINISHED);
            made = FolderTree.make(runsFolder, RunDirectory.UNFINISHED).path();
            files(run.path(), made);
            standing.check();
            for (Checkpoint checkpoint : kept) {
                Path folder = Files.createDirectories(made.resolve("checkpoints"));
                checkpoint.write(folder.resolve(run.checkpointFile(checkpoint.step()).getFileName()));
            }
            placing.place(made, target);
        } catch (IOException | RuntimeException | Error e) {
            if (made != null) {
                new FolderTree(made).delete();
            }
            standing.check();
            throw e;
        }
        return RunDirectory.open(target);
    }

    private static Path target(RunDirectory run, Path runsFolder) {
        return runsFolder.toAbsolutePath().normalize().resolve(run.head().id());
    }

    private List<Checkpoint> checkpoints(RunDirectory run) throws IOException {
        Set<Integer> steps = new TreeSet<>(weights);
        steps.addAll(whole);
        CheckpointSteps there = CheckpointSteps.of(run);
        List<Checkpoint> kept = new ArrayList<>();
        for (int step : steps) {
            Checkpoint checkpoint = run.checkpoint(there.at(step));
            InvalidSetting.unless(!whole.contains(step) || checkpoint.resumable(), "moments",
                    "The checkpoint of " + run.head().id() + " at step " + step + " has no moments to keep.");
            kept.add(whole.contains(step) ? checkpoint : withoutMoments(checkpoint));
        }
        return kept;
    }

    private static Checkpoint withoutMoments(Checkpoint checkpoint) {
        return new Checkpoint(checkpoint.step(), checkpoint.parameters(), Map.of(), Map.of(),
                checkpoint.configurationHash(), checkpoint.wallMillis());
    }

    /** Copies all but the checkpoints. */
    private void files(Path from, Path to) throws IOException {
        for (Path file : FolderTree.entries(from)) {
            String name = file.getFileName().toString();
            boolean passing = RunParts.writersOwn(name) || AtomicFile.unfinished(file);
            boolean wanted = circles || !name.equals(RecordedCircles.FILE);
            if (Files.isRegularFile(file) && !passing && wanted) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
        Path inherited = from.resolve("inherited");
        if (Files.isDirectory(inherited)) {
            files(inherited, Files.createDirectory(to.resolve("inherited")));
        }
    }
}
