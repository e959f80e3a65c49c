package org.grokscope.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.Set;
import org.grokscope.run.BundledRuns;
import org.grokscope.run.RunNames;
import org.grokscope.run.SampleGuide;
import org.grokscope.workbench.preferences.Preferences;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The runs that come with the program, so that the first start shows something: they are opened once, stay until they
 * are closed, and are never changed.
 */
final class SampleRuns {
    private static final Logger LOG = LoggerFactory.getLogger(SampleRuns.class);
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

    /** Returns what they show, by what the window calls them, in the order in which they teach. */
    static SequencedMap<String, String> captions(RunNames names) {
        SequencedMap<String, String> captions = new LinkedHashMap<>();
        BundledRuns.folder().ifPresent(folder -> {
            try {
                SampleGuide.of(folder).samples().forEach(it -> captions.put(names.of(it.run()), it.caption()));
            } catch (IOException unread) {
                // They are runs without a word, then.
                LOG.debug("The guide to the samples cannot be read.", unread);
            }
        });
        return captions;
    }

    /**
     * Returns whether a run must stay as it is: it came with the program, or lies where nobody may write. One that another hand
     * has deleted need not; whoever would change it is told.
     */
    static boolean fixed(Path directory) {
        return BundledRuns.hold(directory) || Files.exists(directory) && !Files.isWritable(directory);
    }

    /** Says in a sentence why a run must stay as it is. */
    static String reason(Path directory) {
        return "The run " + directory.getFileName() + (BundledRuns.hold(directory)
                ? " came with the program and cannot be changed."
                : " lies where you may not write.");
    }
}
