package org.grokscope.study.slurm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.grokscope.file.Json;
import org.grokscope.file.OrdinaryFile;
import org.grokscope.study.plan.PlanFolder;

/**
 * An array that was handed to Slurm, as the plan's folder keeps it in submissions.jsonl: which lines its tasks train.
 *
 * @param job the array's number
 * @param host where Slurm's commands are, as ssh takes it; empty for this machine
 * @param first line
 * @param last line
 * @param perTask lines that one task trains
 */
public record Submission(String job, Optional<String> host, int first, int last, int perTask) {
    private static final String FILE = "submissions.jsonl";
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");
    /** What ssh takes for a host, with a user or without; nothing that it could take for an option. */
    private static final Pattern HOST = Pattern.compile("[^-\\s\\p{Cntrl}][^\\s\\p{Cntrl}]*");

    /** Adds it to a plan's folder. */
    public void note(PlanFolder plan) throws IOException {
        ObjectNode line = Json.MAPPER.createObjectNode().put("job", job).put("first", first).put("last", last)
                .put("perTask", perTask);
        host.ifPresent(it -> line.put("host", it));
        Files.writeString(plan.path().resolve(FILE), Json.MAPPER.writeValueAsString(line) + "\n",
                StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /**
     * Returns those of a plan, in the order in which they were made. Lines that cannot be read are left out, and those whose job or
     * host a command would take for something else: the folder may be another person's.
     */
    public static List<Submission> of(PlanFolder plan) throws IOException {
        List<Submission> all = new ArrayList<>();
        for (String line : lines(plan.path().resolve(FILE))) {
            try {
                JsonNode node = Json.MAPPER.readTree(line);
                if (node != null && sound(node)) {
                    all.add(new Submission(node.path("job").asText(),
                            Optional.of(node.path("host").asText()).filter(it -> !it.isEmpty()),
                            node.path("first").asInt(), node.path("last").asInt(), node.path("perTask").asInt()));
                }
            } catch (JsonProcessingException torn) {
                // It was being written.
            }
        }
        return all;
    }

    private static boolean sound(JsonNode node) {
        String host = node.path("host").asText();
        return node.path("perTask").asInt() > 0 && node.path("first").asInt() > 0
                && NUMBER.matcher(node.path("job").asText()).matches()
                && (host.isEmpty() || HOST.matcher(host).matches());
    }

    private static List<String> lines(Path file) throws IOException {
        try {
            return new String(OrdinaryFile.read(file), StandardCharsets.UTF_8).lines().toList();
        } catch (NoSuchFileException none) {
            return List.of();
        }
    }

    /** Returns the task that trains a line; empty when none of it does. */
    Optional<Integer> task(int line) {
        return line < first || line > last ? Optional.empty() : Optional.of((line - first) / perTask);
    }
}
