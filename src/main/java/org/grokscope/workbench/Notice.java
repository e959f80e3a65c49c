package org.grokscope.workbench;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.grokscope.task.InvalidSetting;

/**
 * Something that went wrong and that a person should know.
 *
 * @param sentence what, in plain words
 * @param details what helps those who look for the cause; may be empty
 */
public record Notice(String sentence, String details) {
    /** Makes the notice of a problem, in its own words where it has any. */
    static Notice of(Exception problem) {
        String message = problem.getMessage();
        boolean spoken = problem instanceof IOException || problem instanceof InvalidSetting;
        return spoken && message != null ? new Notice(message, trace(problem)) : unexpected(problem);
    }

    /** Makes the notice of a fault of the program, whose own words are not for people. */
    static Notice unexpected(Throwable problem) {
        return new Notice("Something went wrong that should not have; the details help to find out why.",
                trace(problem));
    }

    private static String trace(Throwable problem) {
        StringWriter trace = new StringWriter();
        problem.printStackTrace(new PrintWriter(trace));
        return trace.toString();
    }
}
