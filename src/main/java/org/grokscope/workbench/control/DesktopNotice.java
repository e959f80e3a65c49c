package org.grokscope.workbench.control;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A sentence that the desktop shows, for those who look at another program's window. Where it cannot, nothing happens. */
public final class DesktopNotice {
    private static final Logger LOG = LoggerFactory.getLogger(DesktopNotice.class);

    private DesktopNotice() {}

    /** Shows a sentence. */
    public static void show(String sentence) {
        List<String> command = command(System.getProperty("os.name", ""), sentence);
        if (command.isEmpty()) {
            return;
        }
        try {
            new ProcessBuilder(command).redirectOutput(Redirect.DISCARD).redirectError(Redirect.DISCARD).start();
        } catch (IOException absent) {
            LOG.debug("The desktop shows no notices: {}", absent.toString());
        }
    }

    private static List<String> command(String system, String sentence) {
        String lower = system.toLowerCase(Locale.ROOT);
        if (lower.startsWith("mac")) {
            // The sentence is an argument of the script and no part of it: it may have quotes.
            return List.of("osascript", "-e", "on run words", "-e",
                    "display notification (item 1 of words) with title \"Grokscope\"", "-e", "end run", sentence);
        }
        return lower.startsWith("linux")
                ? List.of("notify-send", "--app-name=Grokscope", "Grokscope", sentence)
                : List.of();
    }
}
