package org.grokscope.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.grokscope.file.FileProblem;
import org.grokscope.file.Json;
import org.grokscope.measure.Evaluation;
import org.grokscope.measure.Milestone;
import org.grokscope.measure.Milestones;

/**
 * Makes the run directory of a run that another program trained: the same files as of any other, whole or not at all.
 *
 * @param head what run.json is to say; it gets an id and a time
 * @param evaluations ascending in step, at least one
 */
public record ImportedRun(RunHead head, List<Evaluation> evaluations) {
    /** Gives checkpoints one after the other, so that they need not all be in memory. */
    @FunctionalInterface
    public interface Source {
        /** Hands on each of them. */
        void giveTo(Sink sink) throws IOException;
    }

    /** Keeps a checkpoint. */
    @FunctionalInterface
    public interface Sink {
        /** Writes it. */
        void keep(Checkpoint checkpoint) throws IOException;
    }

    public ImportedRun {
        evaluations = List.copyOf(evaluations);
    }

    /**
     * Makes it.
     *
     * @param runsFolder made when it is not there
     * @throws FileProblem when the runs folder cannot be written, or a checkpoint not read
     */
    public RunDirectory make(Path runsFolder, Source checkpoints) throws IOException {
        return RunDirectory.create(runsFolder, head, folder -> {
            write(folder.resolve("metrics.jsonl"), evaluations.stream().map(EvaluationLine::write).toList());
            write(folder.resolve("events.jsonl"), events().stream().map(EventLine::write).toList());
            checkpoints.giveTo(checkpoint -> checkpoint.write(folder.resolve("checkpoints").resolve(
                    String.format(Locale.ROOT, "step-%08d.safetensors", checkpoint.step()))));
        });
    }

    private List<RunEvent> events() {
        Instant now = Instant.now();
        List<RunEvent> events = new ArrayList<>();
        events.add(new RunEvent.Started(evaluations.getFirst().step(), now, null));
        for (int i = 0; i < evaluations.size(); i++) {
            Milestones before = milestones(i);
            for (Milestone milestone : milestones(i + 1).reached().keySet()) {
                if (before.step(milestone).isEmpty()) {
                    events.add(new RunEvent.MilestoneReached(evaluations.get(i).step(), now, milestone));
                }
            }
        }
        events.add(new RunEvent.Finished(evaluations.getLast().step(), now));
        return events;
    }

    private Milestones milestones(int count) {
        return Milestones.of(evaluations.subList(0, count), head.configuration().thresholds());
    }

    private static void write(Path file, List<ObjectNode> lines) throws IOException {
        StringBuilder text = new StringBuilder();
        for (ObjectNode line : lines) {
            text.append(Json.MAPPER.writeValueAsString(line)).append('\n');
        }
        Files.write(file, text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
