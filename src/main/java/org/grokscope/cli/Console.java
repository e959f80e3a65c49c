package org.grokscope.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import org.grokscope.file.Json;
import org.grokscope.text.OneLine;

/**
 * Where a command speaks: results on standard output, progress and problems on standard error. Much of what it says comes
 * from files that others may have written, so no line of text can act on a terminal, or pass for two.
 *
 * @param json whether the result is wanted as JSON
 */
record Console(PrintWriter out, PrintWriter err, boolean json) {
    private static final String CLEAR_LINE = "\r\u001b[2K";

    /** Returns what stands behind standard error. */
    static Terminal terminal() {
        return Terminal.here();
    }

    /** Prints a line of the result. */
    void print(String line) {
        out.println(OneLine.of(line));
        out.flush();
    }

    /** Prints the result as JSON. */
    void print(JsonNode node) {
        try {
            out.println(OneLine.escapedInJson(Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(node)));
            out.flush();
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Says something that stays on the terminal, above the progress line. */
    void say(String line) {
        err.println((terminal().watched() ? CLEAR_LINE : "") + OneLine.of(line));
        err.flush();
    }

    /** Writes the progress line over the one before; says nothing where nobody watches. */
    void progress(ProgressLine line) {
        if (terminal().watched()) {
            // The last column stays free: a line that fills it wraps on some terminals.
            err.print(CLEAR_LINE + OneLine.of(line.fitting(terminal().columns() - 1)));
            err.flush();
        }
    }

    /** Takes the progress line away. */
    void endProgress() {
        if (terminal().watched()) {
            err.print(CLEAR_LINE);
            err.flush();
        }
    }
}
