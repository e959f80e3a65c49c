package org.grokscope.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.grokscope.file.AtomicFile;
import org.grokscope.file.FileProblem;
import org.grokscope.file.Json;
import org.grokscope.measure.Evaluation;

/**
 * Makes forks on disk. Each is whole in itself: it holds what its ancestors logged up to the fork step, its ancestors'
 * run.json files and, unless it begins from the seed, the checkpoint to go on from, so that the parent can be deleted.
 */
public final class Fork {
    private Fork() {}

    /**
     * Makes the branches of a request beside their parent. Everything is read and checked before anything is made.
     *
     * @param parent may be in training
     * @param environment what the branches will be computed on. Those that are to repeat steps of their parent bit for
     *     bit, the control and, where the fork step has no checkpoint, all, keep the parent's number of threads.
     * @throws FileProblem when the parent's checkpoint is damaged
     * @throws org.grokscope.text.InvalidSetting when the run cannot be forked like this
     */
    public static List<RunDirectory> create(RunDirectory parent, ForkRequest request, Environment environment)
            throws IOException {
        return create(parent, plan(parent, request), request.step(), environment);
    }

    /**
     * Makes the branches of a plan beside their parent. Everything is read and checked before anything is made.
     *
     * @param step the step they leave the parent at
     * @param environment as for a request
     * @throws FileProblem when the parent's checkpoint is damaged
     */
    public static List<RunDirectory> create(RunDirectory parent, ForkPlan plan, int step, Environment environment)
            throws IOException {
        RunHistory history = parent.history();
        // Damage is found here, not when the branches train.
        ForkStart start = plan.start();
        if (!start.seed()) {
            parent.checkpoint(start.from());
        }
        Path runsFolder = parent.path().resolveSibling("");
        Environment repeating = environment.repeating(history.environmentAt(step));
        boolean replays = start.replays(step);
        List<RunDirectory> made = new ArrayList<>();
        for (ForkBranch branch : plan.branches()) {
            boolean repeats = replays || branch.lineage().changes().isEmpty();
            RunDirectory directory = RunDirectory.create(runsFolder, branch.name(), branch.configuration(),
                    branch.lineage(), repeats ? repeating : environment,
                    folder -> inherit(folder, parent, history, start, step));
            made.add(directory);
            note(parent, new RunEvent.Forked(step, Instant.now(), directory.head().id()));
        }
        return made;
    }

    /**
     * Returns what {@link #create(RunDirectory, ForkRequest, Environment)} would make: the branches asked for that are
     * not there yet.
     *
     * @throws org.grokscope.text.InvalidSetting when the run cannot be forked like this
     */
    public static ForkPlan plan(RunDirectory parent, ForkRequest request) throws IOException {
        List<RunHead> there = new RunLibrary(parent.path().resolveSibling("")).runs().stream().map(RunDirectory::head)
                .toList();
        return ForkPlan.of(parent.history(), request).without(there);
    }

    private static void inherit(Path folder, RunDirectory parent, RunHistory history, ForkStart start, int step)
            throws IOException {
        if (!start.seed()) {
            Path checkpoint = parent.checkpointFile(start.from());
            Files.copy(checkpoint, folder.resolve("checkpoints").resolve(checkpoint.getFileName()));
        }
        Path inherited = Files.createDirectory(folder.resolve("inherited"));
        HeadDocument.write(inherited.resolve("run.json"), history.head());
        Path elder = inherited;
        for (RunHead ancestor : parent.ancestors()) {
            elder = Files.createDirectory(elder.resolve("inherited"));
            HeadDocument.write(elder.resolve("run.json"), ancestor);
        }
        List<ObjectNode> metrics = new ArrayList<>();
        for (Evaluation evaluation : history.evaluations()) {
            if (evaluation.step() <= step) {
                metrics.add(EvaluationLine.write(evaluation));
            }
        }
        write(inherited.resolve("metrics.jsonl"), metrics);
        write(inherited.resolve("events.jsonl"), history.events().stream()
                .filter(event -> event.step() <= step && !(event instanceof RunEvent.Forked)).map(EventLine::write)
                .toList());
    }

    private static void write(Path file, List<ObjectNode> lines) throws IOException {
        StringBuilder text = new StringBuilder();
        for (ObjectNode line : lines) {
            text.append(Json.MAPPER.writeValueAsString(line)).append('\n');
        }
        AtomicFile.write(file, ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8)));
    }

    /** Tells the parent's log of a fork, unless another hand is writing it: the children's lineage says it all. */
    private static void note(RunDirectory parent, RunEvent.Forked event) throws IOException {
        try (RunWriter writer = RunWriter.open(parent)) {
            writer.append(event);
        } catch (FileProblem beingWritten) {
            // The fork is made all the same.
        }
    }
}
