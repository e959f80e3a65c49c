package org.grokscope.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.grokscope.file.AtomicFile;
import org.grokscope.file.FileProblem;
import org.grokscope.file.Json;
import org.grokscope.file.JsonFields;
import org.grokscope.file.OrdinaryFile;
import org.grokscope.settings.RunConfiguration;
import org.grokscope.text.CleanText;
import org.grokscope.text.InvalidSetting;
import org.jspecify.annotations.Nullable;

/** Reads and writes run.json. */
final class HeadDocument {
    private static final String COLD_START = "coldStart";
    private static final Pattern NO_PLAIN_NAME = Pattern.compile("[/\\\\\\x00-\\x1f:]");

    private HeadDocument() {}

    static void write(Path file, RunHead head) throws IOException {
        ObjectNode node = Json.MAPPER.createObjectNode();
        node.put("schemaVersion", head.schemaVersion()).put("id", head.id()).put("name", head.name()).put("created",
                head.created().toString());
        node.set("configuration", ConfigurationDocument.write(head.configuration()));
        node.put("configurationHash", ConfigurationHash.of(head.configuration()));
        Lineage lineage = head.lineage();
        if (lineage == null) {
            node.putNull("lineage");
        } else {
            ObjectNode child = node.putObject("lineage").put("parent", lineage.parent()).put("step", lineage.step())
                    .put("draw", lineage.draw());
            lineage.changes().forEach(child.putArray("changes")::add);
            if (lineage.coldStart()) {
                child.put(COLD_START, true);
            }
            InterventionsDocument.write(child, lineage.interventions());
        }
        Imported imported = head.imported();
        if (imported != null) {
            node.set("imported", imported(imported));
        }
        node.set("environment", environment(head.environment()));
        AtomicFile.write(file, ByteBuffer.wrap(Json.PRETTY.writeValueAsBytes(node)));
    }

    /** Returns where an imported run comes from as it stands in run.json. */
    static ObjectNode imported(Imported imported) {
        ObjectNode node = Json.MAPPER.createObjectNode().put("from", imported.from());
        imported.files().forEach(node.putArray("files")::add);
        imported.assumed().forEach(node.putArray("assumed")::add);
        return node;
    }

    /** Returns an environment as it stands in run.json. */
    static ObjectNode environment(Environment environment) {
        ObjectNode node = Json.MAPPER.createObjectNode();
        node.put("device", environment.device()).put("deviceName", environment.deviceName()).put("threads",
                environment.threads());
        environment.versions().forEach(node.putObject("versions")::put);
        return node;
    }

    /**
     * Reads a run.json in its run's folder. The folder's name is the run's id; the one in the file is that of the folder
     * when the file was written, which people may have copied or renamed since.
     *
     * @throws FileProblem when the file is absent, damaged, or of a newer program
     */
    static RunHead read(Path file) throws IOException {
        Path folder = file.toAbsolutePath().normalize().getParent();
        if (folder == null || folder.getFileName() == null) {
            throw new FileProblem("There is no run in " + file + ".");
        }
        RunHead head = readCopy(file);
        Lineage lineage = head.lineage();
        if (lineage != null && lineage.draw() == 0) {
            head = head.from(lineage.drawn(drawBesides(folder, head.configuration(), lineage)));
        }
        return head.in(folder.getFileName().toString());
    }

    /** Runs that were made before draws were recorded tell them by how far their order of batches is from the parent's. */
    private static int drawBesides(Path folder, RunConfiguration configuration, Lineage lineage) throws IOException {
        long order = configuration.seeds().dataSeed();
        Path parent = folder.resolve("inherited").resolve("run.json");
        long parents = lineage.changes().contains("dataSeed")
                ? Files.exists(parent)
                        ? readCopy(parent).configuration().seeds().dataSeed()
                        : configuration.seeds().seed()
                : order;
        return Math.clamp(order - parents + 1, 1, Integer.MAX_VALUE);
    }

    /** Reads a run.json that may lie in another run's folder. */
    static RunHead readCopy(Path file) throws IOException {
        JsonFields fields = new JsonFields(file.toString(), tree(file));
        int version = fields.integer("schemaVersion");
        if (version > RunHead.SCHEMA_VERSION || version < 1) {
            throw new FileProblem(file + " has schema version " + version + "; this program reads up to "
                    + RunHead.SCHEMA_VERSION + ".");
        }
        String id = plainName(file, "id", fields.text("id"));
        try {
            return new RunHead(id, fields.text("name"), Instant.parse(fields.text("created")),
                    ConfigurationDocument.read(fields.in("configuration")), lineage(file, fields),
                    environment(fields.in("environment")), imported(fields));
        } catch (InvalidSetting e) {
            throw new FileProblem(file + ": " + e.getMessage(), e);
        } catch (DateTimeException e) {
            throw new FileProblem(file + ": 'created' must be a time such as 2026-06-11T12:00:00Z.", e);
        }
    }

    private static JsonNode tree(Path file) throws IOException {
        try {
            JsonNode node = Json.MAPPER.readTree(OrdinaryFile.read(file));
            if (node == null || !node.isObject()) {
                throw new FileProblem(file + " is not a JSON object.");
            }
            return node;
        } catch (NoSuchFileException e) {
            throw new FileProblem("There is no run in " + file.getParent() + ": it has no run.json.", e);
        } catch (JsonProcessingException e) {
            throw new FileProblem(file + " is not JSON.", e);
        }
    }

    private static @Nullable Lineage lineage(Path file, JsonFields fields) throws FileProblem {
        JsonNode node = fields.object().path("lineage");
        if (node.isNull() || node.isMissingNode()) {
            return null;
        }
        JsonFields lineage = fields.in("lineage");
        List<String> changes = new ArrayList<>();
        node.path("changes").forEach(change -> changes.add(change.asText()));
        return new Lineage(plainName(file, "parent", lineage.text("parent")), lineage.integer("step"),
                changes, node.has("draw") ? Math.max(0, lineage.integer("draw")) : 0,
                InterventionsDocument.read(lineage), node.path(COLD_START).asBoolean());
    }

    private static @Nullable Imported imported(JsonFields fields) throws FileProblem {
        JsonNode node = fields.object().path("imported");
        return node.isObject()
                ? new Imported(CleanText.line(fields.in("imported").text("from")), texts(node.path("files")),
                        texts(node.path("assumed")))
                : null;
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asText).map(CleanText::line).toList();
    }

    static Environment environment(JsonFields fields) throws FileProblem {
        SortedMap<String, String> versions = new TreeMap<>();
        for (Map.Entry<String, JsonNode> version : fields.in("versions").object().properties()) {
            versions.put(version.getKey(), version.getValue().asText());
        }
        return new Environment(fields.text("device"), fields.text("deviceName"), fields.integer("threads"), versions);
    }

    /** A run's id names a folder beside others: it must not lead anywhere else. */
    static String plainName(Path file, String field, String name) throws FileProblem {
        boolean folder;
        try {
            folder = Path.of(name).getNameCount() == 1;
        } catch (InvalidPathException noName) {
            folder = false;
        }
        if (!folder || name.isBlank() || name.startsWith(".") || NO_PLAIN_NAME.matcher(name).find()) {
            throw new FileProblem(file + ": '" + field + "' must be the plain name of a folder.");
        }
        return name;
    }
}
