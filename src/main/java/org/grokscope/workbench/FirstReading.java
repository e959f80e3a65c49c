package org.grokscope.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Gatherers;
import org.grokscope.run.RunFeed;
import org.grokscope.run.RunLibrary;
import org.jspecify.annotations.Nullable;

/**
 * What came of an entry of a folder when it was read for the first time.
 *
 * @param feed follows it from now on; null where it is no run
 * @param problem why it cannot be opened, if it should be a run
 */
record FirstReading(Path entry, @Nullable RunFeed feed, @Nullable IOException problem) {
    /** Enough that all cores have work, few enough that somebody who waits sees something soon. */
    private static final int PORTION = 256;

    /** Returns entries in portions, those first to which something happened last: they are what somebody looks for. */
    static List<List<Path>> portions(Collection<Path> entries) {
        if (entries.size() <= PORTION) {
            return entries.isEmpty() ? List.of() : List.of(List.copyOf(entries));
        }
        record Dated(Path entry, long time) {}
        return entries.stream().map(entry -> new Dated(entry, time(entry)))
                .sorted(Comparator.comparingLong(Dated::time).reversed()).map(Dated::entry)
                .gather(Gatherers.windowFixed(PORTION)).toList();
    }

    private static long time(Path entry) {
        try {
            return Files.getLastModifiedTime(entry, LinkOption.NOFOLLOW_LINKS).toMillis();
        } catch (IOException gone) {
            return 0;
        }
    }

    /** Reads an entry, to the end or at a glance. */
    static FirstReading of(Path entry, boolean whole) {
        try {
            if (!RunLibrary.holdsRun(entry)) {
                return new FirstReading(entry, null, null);
            }
            RunFeed feed = new RunFeed(entry);
            if (whole) {
                feed.poll();
            } else {
                feed.glance();
            }
            return new FirstReading(entry, feed, null);
        } catch (IOException problem) {
            return new FirstReading(entry, null, problem);
        }
    }
}
