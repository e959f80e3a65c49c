package org.grokscope.run;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.zip.CRC32C;
import org.grokscope.measure.TokenPlanes;
import org.grokscope.settings.RunConfiguration;
import org.grokscope.task.Basis;

/**
 * circles.bin: where the tokens lie at each evaluation. Little-endian; after 16 bytes of a head follow records of one length,
 * each with a checksum of its own, so that any prefix of the file can be read and a damaged record is passed over.
 *
 * <pre>
 * head    "circles1", tokens n (int32), planes m (int32)
 * record  step, peak (int32), k (m × int32), scale (m × float32), xy (m × n × 2 × int16), CRC-32C of all before (uint32)
 * </pre>
 */
final class CircleLog {
    private static final byte[] MAGIC = {'c', 'i', 'r', 'c', 'l', 'e', 's', '1'};
    private static final int HEAD = 16;

    private final Path file;
    private final int tokens;
    private final int planes;
    private final int length;
    /** Each step has one record; a run that was extended and cut back may have had some twice. */
    private final long most;

    /** The circles of a run of such a configuration; the file need not be there. */
    CircleLog(Path file, RunConfiguration configuration) {
        this.file = file;
        Basis basis = configuration.learnedTask().basis();
        this.tokens = basis.size();
        this.planes = TokenPlanes.count(tokens, basis.frequencies());
        this.length = 12 + planes * (8 + 4 * tokens);
        this.most = 2L * (configuration.schedule().steps() + 1L);
    }

    /** What a file of circles holds, as its bytes tell. */
    enum Kind {
        /** There is none, or only the beginning of a head. */
        NONE,
        /** It is one of this run's, as this program writes them. */
        READABLE,
        /** It is another's, or a newer program's, has more records than the run can have evaluations, or is no such file. */
        FOREIGN
    }

    Kind kind() throws IOException {
        if (!Files.isRegularFile(file)) {
            return Files.exists(file) ? Kind.FOREIGN : Kind.NONE;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer head = ByteBuffer.allocate(HEAD);
            if (!filled(channel, head, 0)) {
                return Kind.NONE;
            }
            return head.flip().equals(head()) && whole(channel) <= most ? Kind.READABLE : Kind.FOREIGN;
        }
    }

    private ByteBuffer head() {
        return ByteBuffer.allocate(HEAD).order(ByteOrder.LITTLE_ENDIAN).put(MAGIC).putInt(tokens).putInt(planes).flip();
    }

    /** Adds a record after the last whole one. What is not ours stays as it is, and nothing is added. */
    void append(TokenPlanes circles) throws IOException {
        append(bytes(circles));
    }

    private void append(ByteBuffer record) throws IOException {
        Kind kind = kind();
        if (kind == Kind.FOREIGN) {
            return;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            long end = kind == Kind.NONE ? 0 : HEAD + whole(channel) * length;
            channel.truncate(end);
            ByteBuffer bytes = ByteBuffer.allocate(HEAD + length);
            if (end == 0) {
                bytes.put(head());
            }
            bytes.put(record).flip();
            while (bytes.hasRemaining()) {
                end += channel.write(bytes, end);
            }
        }
    }

    private long whole(FileChannel channel) throws IOException {
        return Math.max(0, channel.size() - HEAD) / length;
    }

    private ByteBuffer bytes(TokenPlanes circles) {
        ByteBuffer record = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN).putInt(circles.step())
                .putInt(circles.peak());
        circles.planes().forEach(plane -> record.putInt(plane.frequency()));
        circles.planes().forEach(plane -> record.putFloat(plane.scale()));
        circles.planes().forEach(plane -> {
            record.asShortBuffer().put(plane.coordinates());
            record.position(record.position() + 2 * plane.coordinates().length);
        });
        return record.putInt(checksum(record)).flip();
    }

    private int checksum(ByteBuffer record) {
        CRC32C sum = new CRC32C();
        sum.update(record.array(), 0, length - 4);
        return (int) sum.getValue();
    }

    /** Is shown a record that is whole and sound. */
    private interface RecordReader {
        void see(ByteBuffer record, long at) throws IOException;
    }

    /** Shows each sound record in the order in which they were written; returns how many are damaged. */
    private int each(RecordReader reader) throws IOException {
        int damaged = 0;
        if (kind() == Kind.READABLE) {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
                ByteBuffer record = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
                for (long at = HEAD; filled(channel, record.clear(), at); at += length) {
                    if (record.flip().getInt(length - 4) == checksum(record)) {
                        reader.see(record, at);
                    } else {
                        damaged++;
                    }
                }
            }
        }
        return damaged;
    }

    private static boolean filled(FileChannel channel, ByteBuffer buffer, long at) throws IOException {
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, at + buffer.position()) < 0) {
                return false;
            }
        }
        return true;
    }

    /** Returns the steps of the sound records, in the order in which they stand. */
    List<Integer> steps() throws IOException {
        List<Integer> steps = new ArrayList<>();
        each((record, _) -> steps.add(record.getInt(0)));
        return steps;
    }

    /** Returns how many records are whole and yet not what was written. */
    int damaged() throws IOException {
        return each((_, _) -> {});
    }

    /** Returns whether the file ends within a record or its head. */
    boolean torn() throws IOException {
        return switch (kind()) {
            case NONE -> Files.exists(file) && Files.size(file) > 0;
            case READABLE -> (Files.size(file) - HEAD) % length != 0;
            case FOREIGN -> false;
        };
    }

    /** Returns a frequency's plane at the steps that have it; of two records of one step the first counts. */
    SortedMap<Integer, TokenPlanes.Plane> plane(int frequency) throws IOException {
        SortedMap<Integer, TokenPlanes.Plane> found = new TreeMap<>();
        each((record, _) -> {
            for (int plane = 0; plane < planes; plane++) {
                if (record.getInt(8 + 4 * plane) == frequency) {
                    found.putIfAbsent(record.getInt(0), plane(record, plane));
                }
            }
        });
        return found;
    }

    private TokenPlanes.Plane plane(ByteBuffer record, int plane) {
        short[] coordinates = new short[2 * tokens];
        record.slice(8 + 8 * planes + 4 * tokens * plane, 4 * tokens).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer()
                .get(coordinates);
        return new TokenPlanes.Plane(record.getInt(8 + 4 * plane), record.getFloat(8 + 4 * (planes + plane)),
                coordinates);
    }

    /** Returns what was recorded at a step, if it was. */
    Optional<TokenPlanes> at(int step) throws IOException {
        List<TokenPlanes> found = new ArrayList<>();
        each((record, _) -> {
            if (record.getInt(0) == step) {
                found.add(new TokenPlanes(step, record.getInt(4),
                        IntStream.range(0, planes).mapToObj(plane -> plane(record, plane)).toList()));
            }
        });
        return found.stream().findFirst();
    }

    /** Cuts the file back to before the first record of a step that goes; one that is not ours stays as it is. */
    void cutBack(IntPredicate goes) throws IOException {
        List<Long> first = new ArrayList<>();
        each((record, at) -> {
            if (first.isEmpty() && goes.test(record.getInt(0))) {
                first.add(at);
            }
        });
        if (!first.isEmpty()) {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.truncate(first.getFirst());
            }
        }
    }

    /** Adds the sound records of some steps to another log. */
    void copy(CircleLog to, IntPredicate steps) throws IOException {
        each((record, _) -> {
            if (steps.test(record.getInt(0))) {
                to.append(record);
            }
        });
    }
}
