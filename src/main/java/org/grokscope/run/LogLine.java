package org.grokscope.run;

import java.nio.charset.StandardCharsets;

/**
 * A line of a log where it stands among the bytes that were read of it.
 *
 * @param from its first byte
 * @param to its line feed, or the end
 */
record LogLine(byte[] bytes, int from, int to) {
    private static final String BYTE_ORDER_MARK = "\ufeff";

    /** Returns the whole of some bytes as a line. */
    static LogLine of(byte[] bytes) {
        return new LogLine(bytes, 0, bytes.length);
    }

    /** Returns what is read as a line. */
    static LogLine of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns the text as it is parsed: editors put a mark before a log's first line. */
    String text() {
        String text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }

    /** Returns whether nothing stands there. */
    boolean isBlank() {
        return from == to || bytes[from] != '{' && text().isBlank();
    }
}
