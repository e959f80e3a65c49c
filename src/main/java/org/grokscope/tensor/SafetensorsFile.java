package org.grokscope.tensor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.grokscope.file.AtomicFile;
import org.grokscope.file.FileProblem;
import org.grokscope.file.Json;
import org.grokscope.text.NumberText;

/**
 * Reads and writes safetensors files: the header's length as a 64-bit little-endian number, a JSON header, raw
 * little-endian data. Only F32. Files written here carry a checksum; a damaged file gives a {@link FileProblem},
 * whatever its header claims.
 *
 * @param tensors by name, in the header's order
 * @param metadata what stands under {@code __metadata__}
 */
public record SafetensorsFile(SequencedMap<String, Tensor> tensors, Map<String, String> metadata) {
    private static final String METADATA = "__metadata__";
    private static final int LENGTH_BYTES = Long.BYTES;
    private static final int LARGEST_HEADER = 16 << 20;

    /** Where one tensor lies in the data. */
    private record Entry(int[] shape, long begin, int bytes) {}

    /** Writes a file whole or not at all. */
    public static void write(Path file, Map<String, Tensor> tensors, Map<String, String> metadata)
            throws IOException {
        ObjectNode header = Json.MAPPER.createObjectNode();
        ObjectNode about = header.putObject(METADATA);
        metadata.forEach(about::put);
        about.put(Checksum.KEY, Checksum.BLANK);
        long size = 0;
        for (Map.Entry<String, Tensor> entry : tensors.entrySet()) {
            Tensor tensor = entry.getValue();
            ObjectNode node = header.putObject(entry.getKey()).put("dtype", "F32");
            for (int length : tensor.shape()) {
                node.withArray("shape").add(length);
            }
            long end = size + (long) tensor.values().length * Float.BYTES;
            node.putArray("data_offsets").add(size).add(end);
            size = end;
        }
        checkSize(file, size);
        // Padded with spaces, so that the data is aligned.
        byte[] json = Json.MAPPER.writeValueAsBytes(header);
        int length = json.length;
        byte[] padded = Arrays.copyOf(json, length + (-length & 7));
        Arrays.fill(padded, length, padded.length, (byte) ' ');
        ByteBuffer data = ByteBuffer.allocate((int) size).order(ByteOrder.LITTLE_ENDIAN);
        tensors.values().forEach(tensor -> {
            data.asFloatBuffer().put(tensor.values());
            data.position(data.position() + tensor.values().length * Float.BYTES);
        });
        data.flip();
        Checksum.fill(padded, data);
        ByteBuffer head = ByteBuffer.allocate(LENGTH_BYTES + padded.length).order(ByteOrder.LITTLE_ENDIAN)
                .putLong(padded.length).put(padded).flip();
        AtomicFile.write(file, head, data);
    }

    static void checkSize(Path file, long bytes) throws FileProblem {
        if (bytes > Integer.MAX_VALUE - Long.BYTES) {
            throw new FileProblem("The network is too large to be kept: " + file.getFileName() + " would take "
                    + NumberText.bytes(bytes) + ", and 2.1 GB is the most.");
        }
    }

    /**
     * Reads a whole file.
     *
     * @throws FileProblem when it is absent or damaged
     */
    public static SafetensorsFile read(Path file) throws IOException {
        try (FileChannel channel = open(file)) {
            byte[] json = headerBytes(file, channel);
            JsonNode header = header(file, json);
            // The header is tried before memory is taken for what it claims.
            SequencedMap<String, Entry> entries = entries(file, header, channel.size() - channel.position());
            ByteBuffer data = data(file, channel);
            SequencedMap<String, Tensor> tensors = new LinkedHashMap<>();
            entries.forEach((name, entry) -> {
                float[] values = new float[entry.bytes / Float.BYTES];
                data.slice((int) entry.begin, entry.bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
                tensors.put(name, new Tensor(entry.shape, values));
            });
            if (!Checksum.holds(json, data)) {
                throw damaged(file, "is damaged: its checksum does not fit what it holds");
            }
            return new SafetensorsFile(tensors, metadata(header));
        }
    }

    /**
     * Reads one tensor and nothing else of the data, so without looking at the checksum of all of it.
     *
     * @return empty when the file holds none of that name
     * @throws FileProblem when it is absent or damaged
     */
    public static Optional<Tensor> readTensor(Path file, String name) throws IOException {
        try (FileChannel channel = open(file)) {
            JsonNode header = header(file, headerBytes(file, channel));
            long start = channel.position();
            Entry entry = entries(file, header, channel.size() - start).get(name);
            if (entry == null) {
                return Optional.empty();
            }
            ByteBuffer data = ByteBuffer.allocate(entry.bytes).order(ByteOrder.LITTLE_ENDIAN);
            readFully(file, channel, data, start + entry.begin);
            float[] values = new float[entry.bytes / Float.BYTES];
            data.asFloatBuffer().get(values);
            return Optional.of(new Tensor(entry.shape, values));
        }
    }

    /**
     * Reads only what the header says of the file.
     *
     * @return a file whose tensors are named, but empty
     * @throws FileProblem when it is absent or damaged
     */
    public static SafetensorsFile readHeader(Path file) throws IOException {
        try (FileChannel channel = open(file)) {
            JsonNode header = header(file, headerBytes(file, channel));
            SequencedMap<String, Tensor> names = new LinkedHashMap<>();
            header.fieldNames().forEachRemaining(name -> names.put(name, new Tensor(new int[]{0}, new float[0])));
            names.remove(METADATA);
            return new SafetensorsFile(names, metadata(header));
        }
    }

    private static FileChannel open(Path file) throws IOException {
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

    private static ByteBuffer data(Path file, FileChannel channel) throws IOException {
        long size = channel.size() - channel.position();
        // Twice: the bytes, and the numbers they stand for.
        if (size > Integer.MAX_VALUE - Long.BYTES || 2 * size > Runtime.getRuntime().maxMemory()) {
            throw damaged(file, "holds %,d MB, more than this program has memory for".formatted(size / 1_000_000));
        }
        ByteBuffer data = ByteBuffer.allocate((int) size);
        readFully(file, channel, data, channel.position());
        return data;
    }

    private static JsonNode header(Path file, byte[] json) throws IOException {
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
            if (entry.begin != end) {
                throw damaged(file, "has a header whose tensors overlap or leave gaps");
            }
            end += entry.bytes;
        }
        if (end != dataSize) {
            throw damaged(file, "holds more or less than its header says");
        }
        return entries;
    }

    private static Entry entry(Path file, String name, JsonNode node, long dataSize) throws FileProblem {
        if (!node.path("dtype").asText().equals("F32")) {
            throw damaged(file, "holds " + name + " as " + node.path("dtype").asText("nothing") + ", and not as F32");
        }
        JsonNode axes = node.path("shape");
        JsonNode offsets = node.path("data_offsets");
        int[] shape = new int[axes.size()];
        long values = 1;
        boolean sound = axes.isArray() && offsets.size() == 2 && offsets.path(0).canConvertToExactIntegral()
                && offsets.path(0).canConvertToLong() && offsets.path(1).canConvertToLong();
        for (int axis = 0; sound && axis < shape.length; axis++) {
            JsonNode size = axes.path(axis);
            sound = size.isIntegralNumber() && size.canConvertToInt() && size.intValue() >= 0;
            shape[axis] = size.intValue();
            values *= sound ? shape[axis] : 0;
            // A product of axes that overflows holds no data, even where another axis is 0.
            sound &= values <= Integer.MAX_VALUE;
        }
        long begin = offsets.path(0).asLong();
        long end = offsets.path(1).asLong();
        if (!sound || begin < 0 || end < begin || end > dataSize || end - begin != values * Float.BYTES
                || end - begin > Integer.MAX_VALUE - Long.BYTES) {
            throw damaged(file, "has a header whose " + name + " does not fit the file");
        }
        return new Entry(shape, begin, (int) (end - begin));
    }

    private static Map<String, String> metadata(JsonNode header) {
        Map<String, String> metadata = new LinkedHashMap<>();
        header.path(METADATA).properties().forEach(field -> metadata.put(field.getKey(), field.getValue().asText()));
        return metadata;
    }

    private static void readFully(Path file, FileChannel channel, ByteBuffer into, long position)
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
