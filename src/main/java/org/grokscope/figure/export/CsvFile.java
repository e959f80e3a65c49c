package org.grokscope.figure.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.grokscope.file.FileBody;

/** How lines, words and steps stand in a file of comma-separated values. */
final class CsvFile {
    private static final Pattern SPECIAL = Pattern.compile("[\",\r\n]");

    private CsvFile() {}

    /** Writes the lines of a file. */
    interface Lines {
        /** What goes wrong while a number is told comes as an {@link UncheckedIOException}. */
        void write(Writer out) throws IOException;
    }

    static FileBody of(Lines lines) {
        return stream -> {
            Writer out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
            try {
                lines.write(out);
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
            out.flush();
        };
    }

    static String number(double step) {
        return step == Math.rint(step) ? Long.toString(Math.round(step)) : Double.toString(step);
    }

    static String quoted(String text) {
        return SPECIAL.matcher(text).find() ? "\"" + text.replace("\"", "\"\"") + "\"" : text;
    }
}
