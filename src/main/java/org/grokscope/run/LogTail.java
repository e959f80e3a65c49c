package org.grokscope.run;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.grokscope.file.FileProblem;
import org.jspecify.annotations.Nullable;

/**
 * Follows a file of lines that somebody else appends to, cuts back or replaces. A line counts once its line feed is
 * there; what cannot be read is left out and said.
 *
 * @param <T> what a line holds
 */
final class LogTail<T> {
    private static final int LARGEST_LINE = 1 << 20;
    private static final int CHUNK = 1 << 16;

    /** Makes sense of one line. */
    interface Parser<T> {
        /** @throws FileProblem when the line makes none; the sentence says why */
        T parse(String line, List<T> before) throws FileProblem;
    }

    private final Path file;
    private final Parser<T> parser;
    private final List<T> items = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();
    private @Nullable Object fileKey;
    private long offset;
    private byte[] begun = {};

    LogTail(Path file, Parser<T> parser) {
        this.file = file;
        this.parser = parser;
    }

    /** Reads what is new; returns whether anything changed. */
    boolean poll() throws IOException {
        BasicFileAttributes attributes;
        try {
            attributes = Files.readAttributes(file, BasicFileAttributes.class);
        } catch (NoSuchFileException e) {
            boolean gone = offset > 0;
            forget();
            return gone;
        } catch (FileSystemException e) {
            return unreadable();
        }
        boolean replaced = offset > 0
                && (attributes.size() < offset || !Objects.equals(fileKey, attributes.fileKey()));
        if (replaced) {
            forget();
        }
        fileKey = attributes.fileKey();
        return (attributes.size() > offset && read()) || replaced;
    }

    List<T> items() {
        return Collections.unmodifiableList(items);
    }

    /** Returns one sentence for each kind of line that could not be read. */
    List<String> leftOut() {
        return Collections.unmodifiableList(leftOut);
    }

    /** Forgets what was read; the next poll begins anew. */
    void forget() {
        offset = 0;
        begun = new byte[0];
        items.clear();
        leftOut.clear();
    }

    private boolean unreadable() {
        boolean news = leftOut.isEmpty();
        leaveOut(file.getFileName() + ": it is no file that can be read.");
        return news;
    }

    private boolean read() throws IOException {
        boolean changed = false;
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
            while (channel.read(chunk, offset) > 0) {
                chunk.flip();
                offset += chunk.remaining();
                changed |= take(chunk);
                chunk.clear();
            }
        } catch (NoSuchFileException e) {
            // Replaced at this very moment; the next poll sees the new one.
        } catch (IOException e) {
            // A folder in its place, or no permission.
            return unreadable();
        }
        return changed;
    }

    /** Cuts what was begun and the new bytes into lines. */
    private boolean take(ByteBuffer chunk) {
        byte[] bytes = new byte[begun.length + chunk.remaining()];
        System.arraycopy(begun, 0, bytes, 0, begun.length);
        chunk.get(bytes, begun.length, chunk.remaining());
        int start = 0;
        boolean changed = false;
        for (int i = begun.length; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                accept(new String(bytes, start, i - start, StandardCharsets.UTF_8));
                start = i + 1;
                changed = true;
            }
        }
        if (bytes.length - start > LARGEST_LINE) {
            leaveOut(file.getFileName() + ": a line is too long.");
            start = bytes.length;
            changed = true;
        }
        begun = Arrays.copyOfRange(bytes, start, bytes.length);
        return changed;
    }

    private void accept(String line) {
        if (line.isBlank()) {
            return;
        }
        try {
            items.add(parser.parse(line, items));
        } catch (FileProblem e) {
            leaveOut(String.valueOf(e.getMessage()));
        }
    }

    private void leaveOut(String sentence) {
        if (!leftOut.contains(sentence) && leftOut.size() < 20) {
            leftOut.add(sentence);
        }
    }
}
