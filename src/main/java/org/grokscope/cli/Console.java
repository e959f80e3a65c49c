package org.grokscope.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.UncheckedIOException;

/**
 * Where a command speaks: results on standard output, progress and problems on standard error.
 *
 * @param json whether the result is wanted as JSON
 * @param terminal whether a person watches, so that a line may be written over
 */
record Console(PrintWriter out, PrintWriter err, boolean json, boolean terminal) {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String CLEAR_LINE = "\r\u001b[2K";

    /** Prints a line of the result. */
    void print(String line) {
        out.println(line);
        out.flush();
    }

    /** Prints the result as JSON. */
    void print(JsonNode node) {
        try {
            print(MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(node));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Says something that stays on the terminal, above the progress line. */
    void say(String line) {
        err.println(terminal ? CLEAR_LINE + line : line);
        err.flush();
    }

    /** Writes the progress line over the one before; says nothing where nobody watches. */
    void progress(String line) {
        if (terminal) {
            err.print(CLEAR_LINE + line);
            err.flush();
        }
    }
}
