package org.grokscope.study.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.grokscope.file.AtomicFile;
import org.grokscope.file.FileProblem;
import org.grokscope.file.Json;
import org.grokscope.file.JsonFields;
import org.grokscope.file.OrdinaryFile;
import org.grokscope.run.ConfigurationDocument;
import org.grokscope.study.BranchDeed;
import org.grokscope.study.BranchPoint;
import org.grokscope.study.Finding;
import org.grokscope.study.Trial;
import org.grokscope.study.Trial.Forked;
import org.grokscope.study.Trial.Trained;
import org.grokscope.text.Choice;
import org.grokscope.text.InvalidSetting;

/**
 * Reads and writes plan.jsonl: an object a line, with the run's name and either its whole configuration, as in run.json, or the
 * line it is forked from and what the fork changes.
 */
final class PlanFile {
    private PlanFile() {}

    static void write(Path file, Plan plan) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (Trial trial : plan.trials()) {
            lines.append(Json.MAPPER.writeValueAsString(line(plan, trial))).append('\n');
        }
        AtomicFile.write(file, ByteBuffer.wrap(lines.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private static ObjectNode line(Plan plan, Trial trial) {
        ObjectNode line = Json.MAPPER.createObjectNode().put("name", trial.name());
        switch (trial) {
            case Trained trained -> {
                if (trained.finding() != Finding.NONE) {
                    line.put("finding", trained.finding().name().toLowerCase(Locale.ROOT));
                }
                line.set("train", ConfigurationDocument.write(trained.configuration()));
            }
            case Forked forked -> line.putObject("fork").put("line", plan.needs(forked).orElseThrow())
                    .put("at", forked.at().key()).put("weightDecay", forked.weightDecay()).put("draw", forked.draw())
                    .put("steps", forked.steps()).put("stopAfterGrok", forked.stopAfterGrok())
                    .put("evaluateEvery", forked.evaluateEvery()).put("does", forked.does().label());
        }
        return line;
    }

    /**
     * @throws FileProblem when it is absent, or a line of it cannot be read, which is named
     */
    static Plan read(Path file) throws IOException {
        List<Trial> trials = new ArrayList<>();
        List<String> lines;
        try {
            OrdinaryFile.check(file);
            lines = new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.isBlank()).toList();
        } catch (NoSuchFileException e) {
            throw new FileProblem("There is no plan in " + file.getParent() + ": it has no plan.jsonl.", e);
        }
        for (String line : lines) {
            String place = file + ", line " + (trials.size() + 1);
            try {
                trials.add(trial(new JsonFields(place, object(place, line)), trials));
            } catch (InvalidSetting e) {
                throw new FileProblem(place + ": " + e.getMessage(), e);
            }
        }
        try {
            return new Plan(trials);
        } catch (InvalidSetting e) {
            throw new FileProblem(file + ": " + e.getMessage(), e);
        }
    }

    private static JsonNode object(String place, String line) throws FileProblem {
        try {
            JsonNode node = Json.MAPPER.readTree(line);
            if (node != null && node.isObject()) {
                return node;
            }
        } catch (JsonProcessingException e) {
            throw new FileProblem(place + " is not JSON.", e);
        }
        throw new FileProblem(place + " is not a JSON object.");
    }

    private static Trial trial(JsonFields line, List<Trial> before) throws FileProblem {
        String name = line.text("name");
        if (line.object().has("fork")) {
            return forked(name, line.in("fork"), before);
        }
        return new Trained(name, ConfigurationDocument.read(line.in("train")), finding(line));
    }

    private static Finding finding(JsonFields line) throws FileProblem {
        if (!line.object().has("finding")) {
            return Finding.NONE;
        }
        try {
            return Finding.valueOf(line.text("finding").toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw line.wrong("finding", "ablation or permutation");
        }
    }

    private static Forked forked(String name, JsonFields fork, List<Trial> before) throws FileProblem {
        int line = fork.integer("line");
        if (line < 1 || line > before.size() || !(before.get(line - 1) instanceof Trained parent)) {
            throw fork.wrong("line", "that of a run from scratch, above this one");
        }
        return new Forked(name, parent, point(fork), fork.number("weightDecay"), fork.integer("draw"),
                fork.integer("steps"), fork.integer("stopAfterGrok"), fork.integer("evaluateEvery"), deed(fork));
    }

    private static BranchPoint point(JsonFields fork) throws FileProblem {
        try {
            return BranchPoint.parse(fork.text("at"));
        } catch (InvalidSetting neither) {
            throw fork.wrong("at", "a milestone (memorised, ceiling or grokked) or an alarm such as fsd>=0.5");
        }
    }

    /** A plan that was written before branches could do anything says nothing of it. */
    private static BranchDeed deed(JsonFields fork) throws FileProblem {
        if (!fork.object().has("does")) {
            return BranchDeed.CONTROL;
        }
        Optional<BranchDeed> does = Choice.find(BranchDeed.class, fork.text("does"));
        if (does.isEmpty()) {
            throw fork.wrong("does", Choice.oneOf(BranchDeed.class));
        }
        return does.get();
    }
}
