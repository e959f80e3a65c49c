package org.grokscope.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.grokscope.file.AtomicFile;
import org.grokscope.file.FileProblem;
import org.grokscope.file.Json;
import org.grokscope.measure.Evaluation;
import org.grokscope.measure.Milestone;
import org.grokscope.measure.TokenPlanes;
import org.grokscope.settings.RunConfiguration;

/**
 * The one hand that writes a run. Lines are appended in one write each and checkpoints moved into place, so that
 * whatever happens, what is on disk is a whole run up to some step, and perhaps the beginning of one more line.
 */
public final class RunWriter implements AutoCloseable {
    private final RunDirectory directory;
    private final RunHold hold;
    private final CircleLog circles;
    private final Set<Path> mended = new HashSet<>();

    private RunWriter(RunDirectory directory, RunHold hold) {
        this.directory = directory;
        this.hold = hold;
        this.circles = new CircleLog(directory.circlesFile(), directory.head().configuration());
    }

    /**
     * Takes the run for this process.
     *
     * @throws FileProblem when somebody else writes it, or it is not there any more
     */
    public static RunWriter open(RunDirectory directory) throws IOException {
        try {
            return taken(directory);
        } catch (NoSuchFileException e) {
            throw StandingRun.gone(directory.path());
        }
    }

    private static RunWriter taken(RunDirectory directory) throws IOException {
        RunHold hold = RunHold.take(directory.path());
        try {
            sweep(directory);
            return new RunWriter(directory, hold);
        } catch (IOException | RuntimeException e) {
            hold.close();
            throw e;
        }
    }

    /** Clears away what writers that were killed left half written. */
    private static void sweep(RunDirectory directory) throws IOException {
        for (Path file : List.of(directory.headFile(), directory.ownerFile(), directory.metricsFile(),
                directory.eventsFile())) {
            AtomicFile.sweep(file);
        }
        AtomicFile.sweepFolder(directory.checkpointFolder());
    }

    /**
     * Before the first line is added, drops the beginning of a line that a killed process left, and ends one that is whole:
     * the next must not be glued to either.
     */
    private void mend(Path file) throws IOException {
        if (!mended.add(file) || Files.notExists(file)) {
            return;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            ByteBuffer one = ByteBuffer.allocate(1);
            long end = channel.size();
            while (end > 0 && channel.read(one.clear(), end - 1) == 1 && one.get(0) != '\n') {
                end--;
            }
            if (end < channel.size()) {
                ByteBuffer rest = ByteBuffer.allocate(Math.toIntExact(channel.size() - end));
                channel.read(rest, end);
                if (RawLine.of(rest.array()).complete()) {
                    channel.write(ByteBuffer.wrap(new byte[]{'\n'}), channel.size());
                } else {
                    channel.truncate(end);
                }
            }
        }
    }

    /** Adds where the tokens lie to circles.bin; the evaluation they belong to comes after them. */
    public void append(TokenPlanes planes) throws IOException {
        hold.check();
        circles.append(planes);
    }

    /** Adds a line to metrics.jsonl. */
    public void append(Evaluation evaluation) throws IOException {
        append(directory.metricsFile(), EvaluationLine.write(evaluation));
    }

    /** Adds a line to events.jsonl. */
    public void append(RunEvent event) throws IOException {
        append(directory.eventsFile(), EventLine.write(event));
    }

    private void append(Path file, ObjectNode line) throws IOException {
        hold.check();
        mend(file);
        ByteBuffer bytes = ByteBuffer
                .wrap((Json.MAPPER.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8));
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }
    }

    /** Writes a checkpoint; when this returns, it and all lines before it are on the disk. */
    public void checkpoint(Checkpoint checkpoint) throws IOException {
        hold.check();
        force(directory.metricsFile());
        force(directory.eventsFile());
        force(directory.circlesFile());
        checkpoint.write(directory.checkpointFile(checkpoint.step()));
    }

    private static void force(Path file) throws IOException {
        if (Files.exists(file)) {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.force(false);
            }
        }
    }

    /**
     * Takes the run back to a step: drops later lines, torn lines and later checkpoints, so that each step occurs once
     * when training goes on from there, and {@link FinalEvaluations}. Lines that cannot be made out stay.
     *
     * @param step the step to go on from; -1 drops everything
     * @return the steps of the evaluations that were dropped, ascending
     */
    public List<Integer> cutBackTo(int step) throws IOException {
        hold.check();
        List<RawLine> metrics = RawLine.read(directory.metricsFile());
        List<RawLine> events = RawLine.read(directory.eventsFile());
        FinalEvaluations last = FinalEvaluations.ofLines(events,
                directory.head().configuration().evaluation().evaluateEvery());
        for (int later : directory.checkpointSteps()) {
            if (later > step) {
                Files.delete(directory.checkpointFile(later));
            }
        }
        Map<Boolean, List<RawLine>> evaluations = metrics.stream()
                .collect(Collectors.partitioningBy(line -> !line.after(step) && !last.holdEvaluation(line)));
        List<RawLine> kept = evaluations.getOrDefault(true, List.of());
        Set<Integer> steps = kept.stream().flatMap(line -> line.step().stream().boxed()).collect(Collectors.toSet());
        circles.cutBack(it -> !steps.contains(it));
        RawLine.replace(directory.metricsFile(), kept);
        RawLine.replace(directory.eventsFile(),
                events.stream().filter(line -> !line.after(step) && !last.holdEvent(line)).toList());
        return evaluations.getOrDefault(false, List.of()).stream().map(line -> line.step().orElseThrow()).distinct()
                .sorted().toList();
    }

    /** Moves the run's last step; an earlier end, so many steps after grokking, no longer holds once it was reached. */
    public void extend(int steps) throws IOException {
        hold.check();
        RunHead head = directory.head();
        RunConfiguration configuration = head.configuration();
        int after = configuration.schedule().stopAfterGrok();
        OptionalInt grokked = directory.history().milestones().step(Milestone.GROKKED);
        boolean past = grokked.isPresent() && (long) grokked.getAsInt() + after < steps;
        directory.rewrite(new RunHead(head.id(), HeadDocument.read(directory.headFile()).name(), head.created(),
                configuration.ending(steps, past ? 0 : after), head.lineage(), head.environment(), head.imported()));
    }

    /** Lets others write the run. */
    @Override
    public void close() throws IOException {
        hold.close();
    }
}
