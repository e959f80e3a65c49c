package org.grokscope.workbench;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.regex.Pattern;
import org.grokscope.file.ProblemSentence;
import org.grokscope.text.InvalidSetting;

/**
 * Something that a person should know: that it went wrong, or that it was done and how it can be undone.
 *
 * @param sentence what, in plain words
 * @param details what helps those who look for the cause; may be empty
 * @param remedies what the buttons of the notice do
 * @param wrong whether something went wrong
 */
public record Notice(String sentence, String details, List<Remedy> remedies, boolean wrong) {
    private static final Pattern ABSOLUTE_PATH = Pattern.compile("(?<![\\w.~-])(?:/[^/\\s]+)+/([^/\\s]+)");

    /**
     * What can be done about it, or with what was done.
     *
     * @param label of the button
     */
    record Remedy(String label, Runnable action) {}

    public Notice {
        remedies = List.copyOf(remedies);
    }

    /** Something went wrong. */
    public Notice(String sentence, String details) {
        this(sentence, details, List.of(), true);
    }

    /** Returns this notice with a button. */
    Notice with(String label, Runnable action) {
        return new Notice(sentence, details, List.of(new Remedy(label, action)), wrong);
    }

    /** Something was done, which can be undone. */
    static Notice done(String sentence, Runnable undo) {
        return told(sentence, new Remedy("Undo", undo));
    }

    /** Something is worth knowing. */
    static Notice told(String sentence, Remedy... remedies) {
        return new Notice(sentence, "", List.of(remedies), false);
    }

    /** Makes the notice of a problem, in its own words where it has any. */
    static Notice of(Exception problem) {
        boolean spoken = problem instanceof IOException || problem instanceof InvalidSetting;
        return spoken ? new Notice(brief(ProblemSentence.of(problem)), trace(problem)) : unexpected(problem);
    }

    /** Says of each absolute path its last name alone; the details have it whole. */
    private static String brief(String sentence) {
        return ABSOLUTE_PATH.matcher(sentence).replaceAll("$1");
    }

    /** Makes the notice of a fault of the program, whose own words are not for people. */
    static Notice unexpected(Throwable problem) {
        return new Notice("Something went wrong in Grokscope itself. The details help to find out why.",
                trace(problem));
    }

    private static String trace(Throwable problem) {
        StringWriter trace = new StringWriter();
        problem.printStackTrace(new PrintWriter(trace));
        return trace.toString();
    }
}
