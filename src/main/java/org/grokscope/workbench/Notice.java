package org.grokscope.workbench;

import java.io.PrintWriter;
import java.io.StringWriter;

/**
 * Something that went wrong and that a person should know.
 *
 * @param sentence what, in plain words
 * @param details what helps those who look for the cause; may be empty
 */
public record Notice(String sentence, String details) {
    /** Makes the notice of a problem, in its own words where it has any. */
    static Notice of(Exception problem) {
        StringWriter trace = new StringWriter();
        problem.printStackTrace(new PrintWriter(trace));
        String message = problem.getMessage();
        return new Notice(message == null || message.isBlank()
                ? "Something went wrong that should not: " + problem.getClass().getSimpleName() + "."
                : message, trace.toString());
    }
}
