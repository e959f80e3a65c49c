package org.grokscope.tensor;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
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
    private static final String F32 = "F32";

    /** Writes a file whole or not at all. */
    public static void write(Path file, Map<String, Tensor> tensors, Map<String, String> metadata)
            throws IOException {
        ObjectNode header = Json.MAPPER.createObjectNode();
        ObjectNode about = header.putObject(SafetensorsHeader.METADATA);
        metadata.forEach(about::put);
        about.put(Checksum.KEY, Checksum.BLANK);
        long size = 0;
        for (Map.Entry<String, Tensor> entry : tensors.entrySet()) {
            Tensor tensor = entry.getValue();
            ObjectNode node = header.putObject(entry.getKey()).put("dtype", F32);
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
        ByteBuffer head = ByteBuffer.allocate(Long.BYTES + padded.length).order(ByteOrder.LITTLE_ENDIAN)
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
        try (FileChannel channel = SafetensorsHeader.open(file)) {
            // The header is tried before memory is taken for what it claims.
            SafetensorsHeader header = header(file, channel);
            ByteBuffer data = data(file, channel);
            SequencedMap<String, Tensor> tensors = new LinkedHashMap<>();
            header.entries().forEach((name, entry) -> {
                float[] values = new float[entry.bytes() / Float.BYTES];
                data.slice((int) entry.begin(), entry.bytes()).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer()
                        .get(values);
                tensors.put(name, new Tensor(entry.shape(), values));
            });
            if (!Checksum.holds(header.json(), data)) {
                throw damaged(file, "is damaged: its checksum does not fit what it holds");
            }
            return new SafetensorsFile(tensors, header.metadata());
        }
    }

    /**
     * Reads one tensor and nothing else of the data, so without looking at the checksum of all of it.
     *
     * @return empty when the file holds none of that name
     * @throws FileProblem when it is absent or damaged
     */
    public static Optional<Tensor> readTensor(Path file, String name) throws IOException {
        try (FileChannel channel = SafetensorsHeader.open(file)) {
            SafetensorsHeader.Entry entry = header(file, channel).entries().get(name);
            if (entry == null) {
                return Optional.empty();
            }
            ByteBuffer data = ByteBuffer.allocate(entry.bytes()).order(ByteOrder.LITTLE_ENDIAN);
            SafetensorsHeader.readFully(file, channel, data, channel.position() + entry.begin());
            float[] values = new float[entry.bytes() / Float.BYTES];
            data.asFloatBuffer().get(values);
            return Optional.of(new Tensor(entry.shape(), values));
        }
    }

    /**
     * Reads only what the header says of the file.
     *
     * @return a file whose tensors are named, but empty
     * @throws FileProblem when it is absent or damaged
     */
    public static SafetensorsFile readHeader(Path file) throws IOException {
        try (FileChannel channel = SafetensorsHeader.open(file)) {
            SafetensorsHeader header = SafetensorsHeader.readNames(file, channel);
            SequencedMap<String, Tensor> names = new LinkedHashMap<>();
            header.entries().keySet().forEach(name -> names.put(name, new Tensor(new int[]{0}, new float[0])));
            return new SafetensorsFile(names, header.metadata());
        }
    }

    private static SafetensorsHeader header(Path file, FileChannel channel) throws IOException {
        SafetensorsHeader header = SafetensorsHeader.read(file, channel);
        for (Map.Entry<String, SafetensorsHeader.Entry> entry : header.entries().entrySet()) {
            String type = entry.getValue().type();
            if (!type.equals(F32)) {
                throw damaged(file, "holds " + entry.getKey() + " as " + type + ", and not as F32");
            }
        }
        return header;
    }

    private static ByteBuffer data(Path file, FileChannel channel) throws IOException {
        long size = channel.size() - channel.position();
        // Twice: the bytes, and the numbers they stand for.
        if (size > Integer.MAX_VALUE - Long.BYTES || 2 * size > Runtime.getRuntime().maxMemory()) {
            throw damaged(file, "holds %,d MB, more than this program has memory for".formatted(size / 1_000_000));
        }
        ByteBuffer data = ByteBuffer.allocate((int) size);
        SafetensorsHeader.readFully(file, channel, data, channel.position());
        return data;
    }

    private static FileProblem damaged(Path file, String how) {
        return new FileProblem(file + " " + how + ".");
    }
}
