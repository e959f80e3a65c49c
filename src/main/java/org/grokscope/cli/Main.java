package org.grokscope.cli;

/** The program's entry point. */
public final class Main {
    private Main() {}

    /**
     * Runs the command line, and ends the process with its exit code.
     *
     * @param arguments the command and its options; none opens the workbench
     */
    public static void main(String[] arguments) {
        System.exit(CommandLines.grokscope().execute(arguments));
    }
}
