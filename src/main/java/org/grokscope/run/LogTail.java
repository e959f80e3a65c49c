package org.grokscope.run;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
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
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.grokscope.file.FileProblem;
import org.jspecify.annotations.Nullable;

/**
 * Follows a file of lines that somebody else appends to, cuts back or replaces. A line counts once its line feed is there,
 * or once it makes sense without; what cannot be read is left out and said, with the number of its line.
 *
 * @param <T> what a line holds
 */
final class LogTail<T> {
    private static final int LARGEST_LINE = 1 << 20;
    private static final int SMALL_CHUNK = 1 << 12;
    /** Of a log that is much longer; its lines are made sense of on all cores. */
    private static final int LARGE_CHUNK = 1 << 20;
    /** From so many lines on other cores help. */
    private static final int SEVERAL = 256;
    private static final int MOST_SENTENCES = 20;
    /** A network file system may say for a moment that a file is as long as it was; whoever cuts a log puts another there. */
    private static final int BELIEVED_SHORTER = 4;

    /** Makes sense of one line; of several at the same time. */
    interface Parser<T> {
        /**
         * @param where the line stands, for the sentence
         * @throws FileProblem when the line makes none; the sentence says why
         */
        T parse(String where, LogLine line) throws FileProblem;
    }

    private final Path file;
    private final Parser<T> parser;
    private final @Nullable ToIntFunction<T> order;
    private final List<T> items = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();
    private int unsaid;
    private @Nullable Object fileKey;
    private long offset;
    private int timesShorter;
    private int lines;
    private byte[] begun = {};
    /** What the last line holds that has no line feed yet; it is among the items. */
    private @Nullable T unended;

    /** Follows a file whose lines stand in the order in which things happened. */
    LogTail(Path file, Parser<T> parser) {
        this(file, parser, null);
    }

    /** @param order a number by which items ascend, whatever the order of their lines; of equal ones the first counts */
    LogTail(Path file, Parser<T> parser, @Nullable ToIntFunction<T> order) {
        this.file = file;
        this.parser = parser;
        this.order = order;
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
        if (!attributes.isRegularFile()) {
            return unreadable();
        }
        boolean sameFile = Objects.equals(fileKey, attributes.fileKey());
        timesShorter = sameFile && attributes.size() < offset ? timesShorter + 1 : 0;
        if (timesShorter > 0 && timesShorter < BELIEVED_SHORTER) {
            return false;
        }
        boolean replaced = offset > 0 && (attributes.size() < offset || !sameFile);
        if (replaced) {
            forget();
        }
        fileKey = attributes.fileKey();
        return (attributes.size() > offset && read()) || replaced;
    }

    List<T> items() {
        return Collections.unmodifiableList(items);
    }

    /** Returns one sentence for each line that could not be read, but not for very many. */
    List<String> leftOut() {
        if (unsaid == 0) {
            return Collections.unmodifiableList(leftOut);
        }
        List<String> all = new ArrayList<>(leftOut);
        all.add("%s: %,d more lines cannot be read.".formatted(file.getFileName(), unsaid));
        return all;
    }

    /** Forgets what was read; the next poll begins anew. */
    void forget() {
        offset = 0;
        lines = 0;
        begun = new byte[0];
        unended = null;
        items.clear();
        leftOut.clear();
        unsaid = 0;
    }

    private boolean unreadable() {
        boolean news = leftOut.isEmpty();
        if (news) {
            leftOut.add(unreadableSentence());
        }
        return news;
    }

    private String unreadableSentence() {
        return file.getFileName() + ": it is not a readable file.";
    }

    private boolean read() throws IOException {
        boolean changed = false;
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            changed = leftOut.remove(unreadableSentence());
            long left = channel.size() - offset;
            ByteBuffer chunk = ByteBuffer.allocate(Math.clamp(left, SMALL_CHUNK, LARGE_CHUNK));
            while (channel.read(chunk, offset) > 0) {
                chunk.flip();
                offset += chunk.remaining();
                changed |= take(chunk);
                chunk.clear();
            }
        } catch (NoSuchFileException e) {
            // Replaced at this very moment; the next poll sees the new one.
        } catch (IOException e) {
            // No permission.
            return unreadable();
        }
        return changed | tryUnended();
    }

    /** Cuts what was begun and the new bytes into lines. */
    private boolean take(ByteBuffer chunk) {
        byte[] bytes = new byte[begun.length + chunk.remaining()];
        System.arraycopy(begun, 0, bytes, 0, begun.length);
        chunk.get(bytes, begun.length, chunk.remaining());
        if (unended != null) {
            items.remove(unended);
            unended = null;
        }
        int start = 0;
        List<LogLine> whole = new ArrayList<>();
        for (int i = begun.length; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                whole.add(new LogLine(bytes, start, i));
                start = i + 1;
            }
        }
        accept(whole);
        boolean changed = !whole.isEmpty();
        if (bytes.length - start > LARGEST_LINE) {
            lines++;
            leaveOut(where() + ": it is too long.");
            start = bytes.length;
            changed = true;
        }
        begun = Arrays.copyOfRange(bytes, start, bytes.length);
        return changed;
    }

    /** An editor may have left the line feed out; the beginning of a line that is being written makes no sense. */
    private boolean tryUnended() {
        if (begun.length == 0 || unended != null || begun[begun.length - 1] != '}') {
            return false;
        }
        try {
            lines++;
            T item = parser.parse(where(), LogLine.of(begun));
            unended = add(item) ? item : null;
            return unended != null;
        } catch (FileProblem notYet) {
            return false;
        } finally {
            lines--;
        }
    }

    private void accept(List<LogLine> whole) {
        List<Optional<T>> sensible = (whole.size() < SEVERAL ? whole.stream() : whole.parallelStream())
                .map(this::sense).toList();
        for (int i = 0; i < whole.size(); i++) {
            lines++;
            accept(whole.get(i), sensible.get(i));
        }
    }

    /** Returns what a line holds; empty where it makes no sense, which is told when it is its turn. */
    private Optional<T> sense(LogLine line) {
        try {
            return line.isBlank() ? Optional.empty() : Optional.of(parser.parse("", line));
        } catch (FileProblem senseless) {
            return Optional.empty();
        }
    }

    private void accept(LogLine line, Optional<T> sense) {
        if (line.isBlank()) {
            return;
        }
        try {
            T item = sense.isPresent() ? sense.get() : parser.parse(where(), line);
            if (!add(item)) {
                leaveOut(where() + ": step " + Objects.requireNonNull(order).applyAsInt(item)
                        + " comes again; the first counts.");
            }
        } catch (FileProblem e) {
            leaveOut(String.valueOf(e.getMessage()));
        }
    }

    /** Puts an item in its place; returns false when the place is taken. */
    private boolean add(T item) {
        if (order == null) {
            return items.add(item);
        }
        int key = order.applyAsInt(item);
        int at = items.size();
        while (at > 0 && order.applyAsInt(items.get(at - 1)) > key) {
            at--;
        }
        if (at > 0 && order.applyAsInt(items.get(at - 1)) == key) {
            return false;
        }
        items.add(at, item);
        return true;
    }

    private String where() {
        return "%s, line %,d".formatted(file.getFileName(), lines);
    }

    private void leaveOut(String sentence) {
        if (leftOut.size() < MOST_SENTENCES) {
            leftOut.add(sentence);
        } else {
            unsaid++;
        }
    }
}
