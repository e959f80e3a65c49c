package org.grokscope.cli;

import java.util.Locale;

/** The program's entry point. */
public final class Main {
    private Main() {}

    /**
     * Runs the command line, and ends the process with its exit code.
     *
     * @param arguments the command and its options; none opens the workbench
     */
    public static void main(String[] arguments) {
        // The program speaks English, and its numbers with it, whatever the system's language.
        Locale.setDefault(Locale.ENGLISH);
        System.exit(CommandLines.grokscope().execute(arguments));
    }
}
