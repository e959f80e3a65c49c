package org.grokscope.workbench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.grokscope.run.BundledRuns;
import org.grokscope.workbench.preferences.Preferences;

/**
 * The runs that come with the program, so that the first start shows something: they are opened once, stay until they
 * are closed, and are never changed.
 */
final class SampleRuns {
    private static final String OPENED = "samples";

    private SampleRuns() {}

    /** Opens them at the first start. */
    static void openOnce(OpenFolders folders, Preferences preferences) {
        Set<String> known = preferences.dismissedHints().get();
        if (!known.contains(OPENED)) {
            BundledRuns.folder().ifPresent(samples -> {
                folders.open(samples);
                Set<String> more = new HashSet<>(known);
                more.add(OPENED);
                preferences.dismissedHints().set(more);
            });
        }
    }

    /** Returns whether a run must stay as it is: it came with the program, or lies where nobody may write. */
    static boolean fixed(Path directory) {
        return BundledRuns.hold(directory) || !Files.isWritable(directory);
    }
}
