package org.grokscope.foreign;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.zip.CRC32C;
import org.grokscope.file.FileProblem;
import org.jspecify.annotations.Nullable;

/**
 * TensorBoard's event files: records of a length, its checksum, a protocol buffer of class Event and its checksum
 * (tensorflow/core/lib/io/record_writer.h, tensorflow/core/util/event.proto). Scalars are read, as simple values and as
 * tensors; the rest is passed over. A file that is still being written may end within a record.
 */
final class EventFile {
    private static final int HEADER = 12;
    private static final int CHECKSUM = 4;
    private static final int FLOAT = 1;
    private static final int DOUBLE = 2;

    private final String name;
    private final TreeMap<Long, Map<String, Double>> rows = new TreeMap<>();

    private EventFile(String name) {
        this.name = name;
    }

    /** @throws FileProblem when a checksum does not hold */
    static Curves read(Path file) throws IOException {
        EventFile events = new EventFile(String.valueOf(file.getFileName()));
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        Curves.Builder curves = new Curves.Builder();
        while (bytes.hasRemaining()) {
            ByteBuffer record = events.record(bytes);
            if (record == null) {
                curves.remark(events.name + " ends within a record, which was left out.");
                break;
            }
            events.event(new ProtocolBuffer(record));
        }
        events.rows.forEach((step, values) -> {
            Map<String, Double> row = new LinkedHashMap<>();
            row.put(Curves.STEP, (double) step);
            row.putAll(values);
            curves.row(0, row);
        });
        return curves.build();
    }

    /** Returns the next record; null where the file ends within it. */
    private @Nullable ByteBuffer record(ByteBuffer bytes) throws FileProblem {
        if (bytes.remaining() < HEADER) {
            return null;
        }
        ByteBuffer header = bytes.slice(bytes.position(), Long.BYTES);
        long length = bytes.getLong();
        check(header, bytes.getInt());
        if (length < 0 || length > bytes.remaining() - CHECKSUM) {
            return null;
        }
        ByteBuffer record = bytes.slice(bytes.position(), (int) length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.position(bytes.position() + (int) length);
        check(record, bytes.getInt());
        return record;
    }

    /** The format's checksum is CRC-32C, rotated and shifted so that it can stand in what is itself summed. */
    private void check(ByteBuffer data, int written) throws FileProblem {
        CRC32C sum = new CRC32C();
        sum.update(data.duplicate());
        if (Integer.rotateRight((int) sum.getValue(), 15) + 0xa282ead8 != written) {
            throw new FileProblem(name + " is damaged: a checksum does not fit what it holds.");
        }
    }

    private void event(ProtocolBuffer event) throws FileProblem {
        long step = 0;
        ByteBuffer summary = null;
        while (event.next(name)) {
            switch (event.field()) {
                case 2 -> step = event.number();
                case 5 -> summary = event.bytes();
                default -> {
                    // When it was written, the graph and the like.
                }
            }
        }
        if (summary != null) {
            ProtocolBuffer values = new ProtocolBuffer(summary);
            while (values.next(name)) {
                if (values.field() == 1) {
                    value(step, new ProtocolBuffer(values.bytes()));
                }
            }
        }
    }

    private void value(long step, ProtocolBuffer value) throws FileProblem {
        String tag = "";
        OptionalDouble number = OptionalDouble.empty();
        while (value.next(name)) {
            switch (value.field()) {
                case 1 -> tag = StandardCharsets.UTF_8.decode(value.bytes()).toString();
                case 2 -> number = OptionalDouble.of(Float.intBitsToFloat((int) value.number()));
                case 8 -> number = tensor(new ProtocolBuffer(value.bytes()));
                default -> {
                    // Pictures, histograms and what they are for.
                }
            }
        }
        if (number.isPresent() && !tag.isEmpty()) {
            double it = number.getAsDouble();
            rows.computeIfAbsent(step, _ -> new LinkedHashMap<>()).put(tag, Double.isFinite(it) ? it : Double.NaN);
        }
    }

    /** Returns the value of a tensor of one float or double. */
    private OptionalDouble tensor(ProtocolBuffer tensor) throws FileProblem {
        long type = 0;
        ByteBuffer values = ByteBuffer.allocate(0);
        while (tensor.next(name)) {
            switch (tensor.field()) {
                case 1 -> type = tensor.number();
                case 4, 5, 6 -> values = tensor.bytes();
                default -> {
                    // Its shape, and other types of elements.
                }
            }
        }
        values.order(ByteOrder.LITTLE_ENDIAN);
        if (type == FLOAT && values.remaining() == Float.BYTES) {
            return OptionalDouble.of(values.getFloat());
        }
        return type == DOUBLE && values.remaining() == Double.BYTES
                ? OptionalDouble.of(values.getDouble())
                : OptionalDouble.empty();
    }
}
