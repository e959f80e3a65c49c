package org.grokscope.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.grokscope.file.AtomicFile;
import org.grokscope.file.Json;
import org.grokscope.file.OrdinaryFile;

/**
 * A line of a log byte for byte, so that what another or a newer program wrote outlives whatever is done to the log.
 *
 * @param bytes without the line feed
 * @param complete whether it is a JSON object, which ends with its brace: the beginning of one is none
 * @param step that it tells of, if it can be made out
 * @param event its name, if it is one; else empty
 */
record RawLine(byte[] bytes, boolean complete, OptionalInt step, String event) {
    /** Returns the lines of a log; the beginning of a line that a killed process left is none. */
    static List<RawLine> read(Path file) throws IOException {
        if (Files.notExists(file)) {
            return List.of();
        }
        OrdinaryFile.check(file);
        byte[] all = Files.readAllBytes(file);
        List<RawLine> lines = new ArrayList<>();
        int start = 0;
        for (int end = 0; end <= all.length; end++) {
            boolean last = end == all.length;
            if (last || all[end] == '\n') {
                RawLine line = of(Arrays.copyOfRange(all, start, end));
                if (!last || line.complete()) {
                    lines.add(line);
                }
                start = end + 1;
            }
        }
        return lines;
    }

    static RawLine of(byte[] bytes) {
        // Not kept: a log may have a million lines.
        JsonNode node = object(bytes);
        JsonNode step = node.path("step");
        return new RawLine(bytes, node.isObject(),
                step.isIntegralNumber() && step.canConvertToInt()
                        ? OptionalInt.of(step.intValue())
                        : OptionalInt.empty(),
                node.path("event").asText().intern());
    }

    private static JsonNode object(byte[] bytes) {
        try {
            return Json.LINES.readTree(LogLine.of(bytes).text()) instanceof ObjectNode object
                    ? object
                    : MissingNode.getInstance();
        } catch (IOException noJson) {
            return MissingNode.getInstance();
        }
    }

    /** Writes a log of such lines. */
    static void write(Path file, List<RawLine> lines) throws IOException {
        AtomicFile.write(file, ByteBuffer.wrap(joined(lines)));
    }

    /** Replaces a log by some of its lines, unless these are all of it. */
    static void replace(Path file, List<RawLine> lines) throws IOException {
        if (Files.exists(file) && !Arrays.equals(Files.readAllBytes(file), joined(lines))) {
            write(file, lines);
        }
    }

    private static byte[] joined(List<RawLine> lines) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (RawLine line : lines) {
            all.writeBytes(line.bytes);
            all.write('\n');
        }
        return all.toByteArray();
    }

    /** Returns whether it is an event of this name. */
    boolean isEvent(String name) {
        return event.equals(name);
    }

    /** Returns whether it tells of something after a step; what cannot be made out does not. */
    boolean after(int limit) {
        return step().isPresent() && step().getAsInt() > limit;
    }
}
