package org.grokscope.cli;

import java.util.Locale;
import java.util.Optional;

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
        Optional<String> unreadable = NativeEncoding.settle(arguments);
        if (unreadable.isPresent()) {
            System.err.println("grokscope: " + unreadable.get());
            System.exit(CommandLines.WRONG_CALL);
        }
        int exitCode = CommandLines.run(ResultStream.standard(), arguments);
        SignalStop.commandEnded();
        System.exit(exitCode);
    }
}
