package org.grokscope.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.grokscope.file.FileProblem;
import org.grokscope.file.FolderTree;
import org.grokscope.file.LockFile;
import org.grokscope.file.TargetFolder;
import org.grokscope.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * Makes forks on disk. Each is whole in itself: it holds what its ancestors logged up to the fork step, its ancestors'
 * run.json files and, unless it begins from the seed, the checkpoint to go on from, so that the parent can be deleted.
 */
public final class Fork {
    /** Held by whoever makes runs in a folder of which there must not be two. */
    private static final String LOCK = ".fork.lock";

    private Fork() {}

    /**
     * Makes the branches of a request. Everything is read and checked before anything is made, and either all are made or
     * none.
     *
     * @param parent may be in training
     * @param runsFolder where they are made; whoever makes others there waits, and does not make the same
     * @param environment what so many branches will be computed on. Those that are to repeat steps of their parent bit for
     *     bit, the control and, where the fork step has no checkpoint, all, keep the parent's number of threads.
     * @throws FileProblem when the parent's checkpoint is damaged
     * @throws org.grokscope.text.InvalidSetting when the run cannot be forked like this
     */
    public static List<RunDirectory> create(RunDirectory parent, ForkRequest request, Path runsFolder,
            IntFunction<Environment> environment) throws IOException {
        new TargetFolder(runsFolder).make();
        try (LockFile _ = LockFile.hold(runsFolder.resolve(LOCK))) {
            List<RunHead> there = new RunLibrary(runsFolder).runs().stream().map(RunDirectory::head).toList();
            ForkPlan plan = ForkPlan.of(parent.history(), request).without(there);
            return create(parent, plan, request.step(), runsFolder, environment.apply(plan.branches().size()));
        }
    }

    /** Makes the branches of a request beside their parent. */
    public static List<RunDirectory> create(RunDirectory parent, ForkRequest request,
            IntFunction<Environment> environment) throws IOException {
        return create(parent, request, parent.path().resolveSibling(""), environment);
    }

    /**
     * Makes the branches of a plan beside their parent, all or none. Everything is read and checked before.
     *
     * @param step the step they leave the parent at
     * @param environment what the branches will be computed on
     * @throws FileProblem when the parent's checkpoint is damaged
     */
    public static List<RunDirectory> create(RunDirectory parent, ForkPlan plan, int step, Environment environment)
            throws IOException {
        return create(parent, plan, step, parent.path().resolveSibling(""), environment);
    }

    private static List<RunDirectory> create(RunDirectory parent, ForkPlan plan, int step, Path runsFolder,
            Environment environment) throws IOException {
        StandingRun standing = StandingRun.of(parent.path());
        List<RunDirectory> made = new ArrayList<>();
        try {
            RunHistory history = parent.history();
            // Damage is found here, not when the branches train, and none is passed over without a word.
            ForkStart start = plan.start();
            if (!start.cold()) {
                ResumePoint.upTo(parent, step);
            }
            Map<ForkBranch, Checkpoint> changed = changed(parent, plan, step);
            Environment repeating = environment.repeating(history.environmentAt(step));
            boolean replays = start.replays(step);
            for (ForkBranch branch : plan.branches()) {
                boolean repeats = replays || branch.lineage().changes().isEmpty();
                made.add(RunDirectory.create(runsFolder, branch.name(), branch.configuration(), branch.lineage(),
                        repeats ? repeating : environment, folder -> {
                            inherit(folder, parent, history, start, step, changed.get(branch));
                            standing.check();
                        }));
            }
        } catch (IOException | RuntimeException e) {
            for (RunDirectory branch : made) {
                new FolderTree(branch.path()).delete();
            }
            standing.check();
            throw e;
        }
        note(parent, made.stream().map(it -> new RunEvent.Forked(step, Instant.now(), it.head().id())).toList());
        return made;
    }

    /** Where the fork begins with a checkpoint, what is done to it is done now; else when the fork has come to its step. */
    private static Map<ForkBranch, Checkpoint> changed(RunDirectory parent, ForkPlan plan, int step)
            throws IOException {
        Map<ForkBranch, Checkpoint> changed = new HashMap<>();
        if (plan.start().seed() || plan.start().replays(step)) {
            return changed;
        }
        Map<String, Map<String, Tensor>> donors = ForkSurgery.donors(parent, plan);
        Checkpoint at = null;
        for (ForkBranch branch : plan.branches()) {
            if (plan.start().cold() || !branch.lineage().interventions().own().isEmpty()) {
                at = at == null ? network(parent, plan.start(), step) : at;
                changed.put(branch, ForkSurgery.on(branch.configuration(), branch.lineage(), at, donors));
            }
        }
        return changed;
    }

    private static Checkpoint network(RunDirectory parent, ForkStart start, int step) throws IOException {
        Checkpoint saved = parent.checkpoint(step);
        if (!start.cold()) {
            return saved;
        }
        List<String> flaws = CheckpointFlaws.of(saved, parent.head());
        if (!flaws.isEmpty()) {
            throw new DamagedCheckpoint(parent, step, flaws.getFirst(), OptionalInt.empty());
        }
        return saved.cold(0);
    }

    /** The parent's lines are taken over byte for byte: a newer program may have written more than this one knows. */
    private static void inherit(Path folder, RunDirectory parent, RunHistory history, ForkStart start, int step,
            @Nullable Checkpoint changed) throws IOException {
        Path grandparents = parent.inheritedFolder();
        List<RawLine> metrics = both(grandparents.resolve("metrics.jsonl"), parent.metricsFile(), step);
        List<RawLine> events = both(grandparents.resolve("events.jsonl"), parent.eventsFile(), step);
        // After the lines: whoever takes the parent back meanwhile deletes the checkpoint before he cuts the logs.
        if (!start.seed()) {
            Path checkpoint = parent.checkpointFile(start.from());
            Path copy = folder.resolve("checkpoints").resolve(checkpoint.getFileName());
            if (changed != null) {
                changed.write(copy);
            } else if (Files.exists(checkpoint)) {
                Files.copy(checkpoint, copy);
            } else {
                throw new FileProblem("The checkpoint of " + history.head().id() + " at step " + start.from()
                        + " was deleted meanwhile.");
            }
        }
        Path inherited = Files.createDirectory(folder.resolve("inherited"));
        HeadDocument.write(inherited.resolve("run.json"), history.head());
        Path elder = inherited;
        for (RunHead ancestor : parent.ancestors()) {
            elder = Files.createDirectory(elder.resolve("inherited"));
            HeadDocument.write(elder.resolve("run.json"), ancestor);
        }
        FinalEvaluations last = FinalEvaluations.ofLines(events,
                history.head().configuration().evaluation().evaluateEvery());
        List<RawLine> evaluations = metrics.stream().filter(line -> !last.holdEvaluation(line)).toList();
        RawLine.write(inherited.resolve("metrics.jsonl"), evaluations);
        new RecordedCircles(parent).inherit(inherited,
                evaluations.stream().flatMap(line -> line.step().stream().boxed()).toList());
        RawLine.write(inherited.resolve("events.jsonl"),
                events.stream().filter(line -> !last.holdEvent(line) && !line.isEvent("forked")).toList());
    }

    private static List<RawLine> both(Path first, Path second, int step) throws IOException {
        return Stream.concat(RawLine.read(first).stream(), RawLine.read(second).stream())
                .filter(line -> line.step().isPresent() && !line.after(step)).toList();
    }

    /**
     * Tells the parent's log of forks, unless another hand is writing it or it came with the program and stays as it is: the
     * children's lineage says it all.
     */
    private static void note(RunDirectory parent, List<RunEvent.Forked> events) {
        if (BundledRuns.hold(parent.path().toAbsolutePath().normalize())) {
            return;
        }
        try (RunWriter writer = RunWriter.open(parent)) {
            for (RunEvent.Forked event : events) {
                writer.append(event);
            }
        } catch (IOException beingWritten) {
            // The forks are made all the same.
        }
    }
}
