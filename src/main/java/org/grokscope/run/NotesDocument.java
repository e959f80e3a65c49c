package org.grokscope.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.grokscope.file.AtomicFile;
import org.grokscope.file.FileProblem;
import org.grokscope.file.Json;
import org.grokscope.file.OrdinaryFile;

/** Reads and writes notes.json. A field of another kind counts as absent. */
final class NotesDocument {
    private NotesDocument() {}

    /**
     * Reads the notes; a file that is not there says nothing.
     *
     * @throws FileProblem when the file is damaged
     */
    static RunNotes read(Path file) throws IOException {
        ObjectNode node = tree(file);
        return new RunNotes(
                Optional.of(node.path("name")).filter(JsonNode::isTextual).map(JsonNode::textValue)
                        .filter(name -> !name.isBlank()),
                node.path("starred").asBoolean(), node.path("note").isTextual() ? node.path("note").textValue() : "",
                node.path("tags").valueStream().filter(JsonNode::isTextual).map(JsonNode::textValue).toList());
    }

    /**
     * Writes the notes; fields that this program does not know stay.
     *
     * @throws FileProblem when the file is there and damaged
     */
    static void write(Path file, RunNotes notes) throws IOException {
        ObjectNode node = tree(file);
        notes.name().ifPresentOrElse(name -> node.put("name", name), () -> node.remove("name"));
        node.put("starred", notes.starred()).put("note", notes.note());
        notes.tags().forEach(node.putArray("tags")::add);
        AtomicFile.write(file, ByteBuffer.wrap(Json.PRETTY.writeValueAsBytes(node)));
    }

    private static ObjectNode tree(Path file) throws IOException {
        try {
            if (Json.MAPPER.readTree(OrdinaryFile.read(file)) instanceof ObjectNode object) {
                return object;
            }
            throw new FileProblem("notes.json: the file is not a JSON object.");
        } catch (NoSuchFileException none) {
            return Json.MAPPER.createObjectNode();
        } catch (JsonProcessingException e) {
            throw new FileProblem("notes.json: the file is not JSON.", e);
        }
    }
}
