package org.grokscope.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.grokscope.training.Compute;

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
        settle();
        Optional<String> unreadable = NativeEncoding.refusal(arguments);
        if (unreadable.isPresent()) {
            complain(unreadable.get());
            System.exit(CommandLines.WRONG_CALL);
        }
        ParentWatch.begin();
        int exitCode = CommandLines.run(ResultStream.standard(), arguments);
        SignalStop.commandEnded();
        System.exit(exitCode);
    }

    /** Variables that were set for other programs, or for none, and would break this one. */
    private static void settle() {
        Map<String, String> set = NativeEncoding.wanted();
        List<String> unset = Compute.foreignVariables();
        if (!unset.isEmpty()) {
            complain(String.join(", ", unset) + " is ignored: Grokscope computes with its own PyTorch library.");
        }
        if (!set.isEmpty() || !unset.isEmpty()) {
            StartAgain.with(set, unset);
        }
    }

    private static void complain(String sentence) {
        System.err.println("grokscope: " + sentence);
    }
}
