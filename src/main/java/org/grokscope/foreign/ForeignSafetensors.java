package org.grokscope.foreign;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.grokscope.file.FileProblem;
import org.grokscope.tensor.SafetensorsHeader;

/** A safetensors file that another program wrote. */
final class ForeignSafetensors implements ForeignFile {
    private final Path file;
    private final FileChannel channel;
    private final long start;
    private final Map<String, Object> root = new LinkedHashMap<>();

    private ForeignSafetensors(Path file, FileChannel channel) throws IOException {
        this.file = file;
        this.channel = channel;
        SafetensorsHeader header = SafetensorsHeader.read(file, channel);
        this.start = channel.position();
        String name = String.valueOf(file.getFileName());
        for (Map.Entry<String, SafetensorsHeader.Entry> each : header.entries().entrySet()) {
            SafetensorsHeader.Entry entry = each.getValue();
            ElementType type = ElementType.ofSafetensors(entry.type()).orElseThrow(() -> new FileProblem(
                    name + " holds " + each.getKey() + " as " + entry.type() + ", which this program does not read."));
            long[] shape = new long[entry.shape().length];
            for (int axis = 0; axis < shape.length; axis++) {
                shape[axis] = entry.shape()[axis];
            }
            root.put(each.getKey(), ForeignTensor.of(name, new Stored(type, entry), 0, shape,
                    ForeignTensor.rowByRow(shape)));
        }
        header.metadata().forEach(root::putIfAbsent);
    }

    /**
     * Opens a file.
     *
     * @throws FileProblem when it is absent or damaged
     */
    static ForeignSafetensors open(Path file) throws IOException {
        FileChannel channel = SafetensorsHeader.open(file);
        try {
            return new ForeignSafetensors(file, channel);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    @Override
    public Map<String, Object> root() {
        return root;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /** Elements in the file's data. */
    private final class Stored implements ForeignTensor.Storage {
        private final ElementType type;
        private final SafetensorsHeader.Entry entry;

        Stored(ElementType type, SafetensorsHeader.Entry entry) {
            this.type = type;
            this.entry = entry;
        }

        @Override
        public ElementType type() {
            return type;
        }

        @Override
        public int elements() {
            return entry.bytes() / type.bytes();
        }

        @Override
        public ByteBuffer read() throws IOException {
            ByteBuffer bytes = ByteBuffer.allocate(entry.bytes());
            SafetensorsHeader.readFully(file, channel, bytes, start + entry.begin());
            return bytes;
        }
    }
}
