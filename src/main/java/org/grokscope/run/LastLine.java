package org.grokscope.run;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Follows the last whole line of a file that somebody else appends to, without reading the lines before it. */
final class LastLine {
    private static final int USUAL = 1 << 13;
    private static final int LARGEST = 1 << 21;

    private final Path file;
    private @Nullable Object fileKey;
    private @Nullable FileTime time;
    private long size = -1;
    private String line = "";

    LastLine(Path file) {
        this.file = file;
    }

    /** Looks at the file; returns whether the line is another one. */
    boolean poll() throws IOException {
        String before = line;
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            if (!attributes.isRegularFile()) {
                line = "";
            } else if (attributes.size() != size || !attributes.lastModifiedTime().equals(time)
                    || !Objects.equals(fileKey, attributes.fileKey())) {
                size = attributes.size();
                time = attributes.lastModifiedTime();
                fileKey = attributes.fileKey();
                line = read();
            }
        } catch (FileSystemException none) {
            size = -1;
            line = "";
        }
        return !line.equals(before);
    }

    /** Returns the line; empty when the file has none, or none of a sensible length. */
    String line() {
        return line;
    }

    /** Returns the bytes of the whole file at the last poll; negative when there is none. */
    long size() {
        return size;
    }

    private String read() {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            for (long length = USUAL; length <= LARGEST; length *= 8) {
                long from = Math.max(0, channel.size() - length);
                String tail = text(channel, from);
                // A line that is still being written has not come to its brace; one without may lack its line feed.
                int end = tail.endsWith("}") ? tail.length() : tail.lastIndexOf('\n');
                int start = end < 0 ? -1 : tail.lastIndexOf('\n', end - 1);
                if (end >= 0 && (start >= 0 || from == 0)) {
                    return tail.substring(start + 1, end);
                }
                if (from == 0) {
                    return "";
                }
            }
            return "";
        } catch (IOException unreadable) {
            // Whoever reads the whole file says why; perhaps it can be read later.
            size = -1;
            return "";
        }
    }

    private static String text(FileChannel channel, long from) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate((int) (channel.size() - from));
        while (bytes.hasRemaining() && channel.read(bytes, from + bytes.position()) > 0) {
            // Reads on.
        }
        return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
    }
}
