package org.grokscope.training;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import org.grokscope.text.NumberText;

/**
 * A native library that this process has really loaded, which need not be the one that was asked for. The build id that
 * its linker gave it names its contents, as a checksum would, and is read at once.
 *
 * @param build the build id in hexadecimal; empty where it has none
 * @param bytes its size
 */
record LoadedLibrary(String build, long bytes) {
    private static final Path MAPS = Path.of("/proc/self/maps");
    private static final int NOTE_SEGMENT = 4;
    private static final double MEGA = 1e6;
    private static final int BUILD_ID = 3;

    /** Finds a library by the beginning of its file's name; nothing where the system does not tell. */
    static Optional<LoadedLibrary> find(String name) {
        try {
            if (!Files.isReadable(MAPS)) {
                return Optional.empty();
            }
            Optional<Path> file = Files.readAllLines(MAPS, StandardCharsets.ISO_8859_1).stream()
                    .filter(line -> line.contains("/" + name)).map(line -> Path.of(line.substring(line.indexOf('/'))))
                    .filter(Files::isRegularFile).findFirst();
            return file.isEmpty() ? Optional.empty() : Optional.of(of(file.get()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Reads a library's file. */
    static LoadedLibrary of(Path file) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            return new LoadedLibrary(buildId(channel), channel.size());
        }
    }

    /** Returns what stands in run.json. */
    String text() {
        return (build.isEmpty() ? "" : "build " + build + ", ") + NumberText.fixed(bytes / MEGA, 1)
                + " MB";
    }

    /** Follows the ELF format of 64 bits: program headers, their notes, the one of the GNU linker's build id. */
    private static String buildId(SeekableByteChannel channel) throws IOException {
        ByteBuffer head = read(channel, 0, 64);
        if (head.remaining() < 64 || head.getInt(0) != 0x464c457f || head.get(4) != 2) {
            return "";
        }
        long table = head.getLong(32);
        int size = Short.toUnsignedInt(head.getShort(54));
        int count = Short.toUnsignedInt(head.getShort(56));
        for (int i = 0; i < count; i++) {
            ByteBuffer segment = read(channel, table + (long) i * size, size);
            if (segment.remaining() >= 56 && segment.getInt(0) == NOTE_SEGMENT) {
                String found = note(read(channel, segment.getLong(8), (int) Math.min(segment.getLong(32), 4096)));
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return "";
    }

    private static String note(ByteBuffer notes) {
        int at = 0;
        while (at + 12 <= notes.limit()) {
            int name = notes.getInt(at);
            int content = notes.getInt(at + 4);
            int begins = at + 12 + (name + 3) / 4 * 4;
            if (name < 0 || content < 0 || begins < 0 || begins + content > notes.limit()) {
                return "";
            }
            if (notes.getInt(at + 8) == BUILD_ID) {
                byte[] id = new byte[content];
                notes.get(begins, id);
                return HexFormat.of().formatHex(id);
            }
            at = begins + (content + 3) / 4 * 4;
        }
        return "";
    }

    private static ByteBuffer read(SeekableByteChannel channel, long from, int bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
        channel.position(from);
        while (buffer.hasRemaining() && channel.read(buffer) > 0) {
            // Reads on until it has all there is.
        }
        return buffer.flip();
    }
}
