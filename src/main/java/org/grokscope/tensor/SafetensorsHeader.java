package org.grokscope.tensor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.grokscope.file.FileProblem;
import org.grokscope.file.Json;

/**
 * What a safetensors file says of itself before its data; a damaged one gives a {@link FileProblem}, whatever it claims.
 *
 * @param json its bytes
 * @param entries by the tensors' names, in the header's order
 * @param metadata what stands under {@code __metadata__}
 */
public record SafetensorsHeader(byte[] json, SequencedMap<String, Entry> entries, Map<String, String> metadata) {
    static final String METADATA = "__metadata__";
    private static final int LENGTH_BYTES = Long.BYTES;
    private static final int LARGEST_HEADER = 16 << 20;
    private static final Map<String, Integer> ELEMENT_BYTES = Map.of("F64", 8, "F32", 4, "F16", 2, "BF16", 2, "I64", 8,
            "I32", 4, "BOOL", 1, "U8", 1);

    /**
     * Where one tensor lies in the data.
     *
     * @param type what its elements are, as the format says it, for example {@code F32}
     * @param begin its first byte, counted from where the data begin
     */
    public record Entry(String type, int[] shape, long begin, int bytes) {}

    /**
     * Reads a header and leaves the channel where the data begin.
     *
     * @throws FileProblem when it is damaged or does not fit the file
     */
    public static SafetensorsHeader read(Path file, FileChannel channel) throws IOException {
        byte[] json = headerBytes(file, channel);
        JsonNode header = object(file, json);
        return new SafetensorsHeader(json, entries(file, header, channel.size() - channel.position()),
                metadata(header));
    }

    /** Reads the names and the metadata alone; where the tensors lie is not looked at. */
    static SafetensorsHeader readNames(Path file, FileChannel channel) throws IOException {
        byte[] json = headerBytes(file, channel);
        JsonNode header = object(file, json);
        SequencedMap<String, Entry> names = new LinkedHashMap<>();
        header.fieldNames().forEachRemaining(name -> names.put(name, new Entry("", new int[]{0}, 0, 0)));
        names.remove(METADATA);
        return new SafetensorsHeader(json, names, metadata(header));
    }

    /**
     * Opens a file for reading.
     *
     * @throws FileProblem when it is absent, or no ordinary file
     */
    public static FileChannel open(Path file) throws IOException {
        try {
            if (!Files.isRegularFile(file) && Files.exists(file)) {
                throw damaged(file, Files.isDirectory(file) ? "is a folder" : "is not an ordinary file");
            }
            return FileChannel.open(file, StandardOpenOption.READ);
        } catch (NoSuchFileException e) {
            throw new FileProblem("There is no file " + file + ".", e);
        }
    }

    /** Leaves the channel where the data begin. */
    private static byte[] headerBytes(Path file, FileChannel channel) throws IOException {
        ByteBuffer length = ByteBuffer.allocate(LENGTH_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        readFully(file, channel, length, 0);
        long bytes = length.getLong();
        if (bytes < 2 || bytes > LARGEST_HEADER || bytes > channel.size() - LENGTH_BYTES) {
            throw damaged(file, "claims a header of " + Long.toUnsignedString(bytes) + " bytes");
        }
        ByteBuffer json = ByteBuffer.allocate((int) bytes);
        readFully(file, channel, json, LENGTH_BYTES);
        channel.position(LENGTH_BYTES + bytes);
        return json.array();
    }

    private static JsonNode object(Path file, byte[] json) throws IOException {
        try {
            JsonNode header = Json.MAPPER.readTree(json);
            if (!header.isObject()) {
                throw damaged(file, "has a header that is not a JSON object");
            }
            return header;
        } catch (JsonProcessingException e) {
            throw new FileProblem(file + " has a header that is not JSON.", e);
        }
    }

    /** Reads where the tensors lie: side by side, without holes and without sharing a byte, as the format demands. */
    private static SequencedMap<String, Entry> entries(Path file, JsonNode header, long dataSize) throws FileProblem {
        SequencedMap<String, Entry> entries = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> field : header.properties()) {
            if (!field.getKey().equals(METADATA)) {
                entries.put(field.getKey(), entry(file, field.getKey(), field.getValue(), dataSize));
            }
        }
        long end = 0;
        for (Entry entry : entries.values().stream().sorted(Comparator.comparingLong(Entry::begin)
                .thenComparingInt(Entry::bytes)).toList()) {
            if (entry.begin() != end) {
                throw damaged(file, "has a header whose tensors overlap or leave gaps");
            }
            end += entry.bytes();
        }
        if (end != dataSize) {
            throw damaged(file, "holds more or less than its header says");
        }
        return entries;
    }

    private static Entry entry(Path file, String name, JsonNode node, long dataSize) throws FileProblem {
        String type = node.path("dtype").asText("nothing");
        int size = ELEMENT_BYTES.getOrDefault(type, 0);
        if (size == 0) {
            throw damaged(file, "holds " + name + " as " + type + ", which this program does not read");
        }
        JsonNode axes = node.path("shape");
        JsonNode offsets = node.path("data_offsets");
        int[] shape = new int[axes.size()];
        long values = 1;
        boolean sound = axes.isArray() && offsets.size() == 2 && offsets.path(0).canConvertToExactIntegral()
                && offsets.path(0).canConvertToLong() && offsets.path(1).canConvertToLong();
        for (int axis = 0; sound && axis < shape.length; axis++) {
            JsonNode length = axes.path(axis);
            sound = length.isIntegralNumber() && length.canConvertToInt() && length.intValue() >= 0;
            shape[axis] = length.intValue();
            values *= sound ? shape[axis] : 0;
            // A product of axes that overflows holds no data, even where another axis is 0.
            sound &= values <= Integer.MAX_VALUE;
        }
        long begin = offsets.path(0).asLong();
        long end = offsets.path(1).asLong();
        if (!sound || begin < 0 || end < begin || end > dataSize || end - begin != values * size
                || end - begin > Integer.MAX_VALUE - Long.BYTES) {
            throw damaged(file, "has a header whose " + name + " does not fit the file");
        }
        return new Entry(type, shape, begin, (int) (end - begin));
    }

    private static Map<String, String> metadata(JsonNode header) {
        Map<String, String> metadata = new LinkedHashMap<>();
        header.path(METADATA).properties().forEach(field -> metadata.put(field.getKey(), field.getValue().asText()));
        return metadata;
    }

    /** Fills a buffer from a place in the file on and flips it. */
    public static void readFully(Path file, FileChannel channel, ByteBuffer into, long position)
            throws IOException {
        long at = position;
        while (into.hasRemaining()) {
            int read = channel.read(into, at);
            if (read < 0) {
                throw new FileProblem(file + " ends too early.", new EOFException());
            }
            at += read;
        }
        into.flip();
    }

    private static FileProblem damaged(Path file, String how) {
        return new FileProblem(file + " " + how + ".");
    }
}
