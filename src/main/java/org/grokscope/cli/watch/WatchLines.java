package org.grokscope.cli.watch;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A line for each run, and one for each piece of news, for whoever has no screen to draw on. */
public final class WatchLines {
    private final WatchReader reader;
    private final Consumer<String> printer;
    private final Map<String, WatchedRun> told = new HashMap<>();

    /** @param printer prints a line */
    public WatchLines(WatchReader reader, Consumer<String> printer) {
        this.reader = reader;
        this.printer = printer;
    }

    /**
     * Tells what is new.
     *
     * @return whether something may still happen without anybody's doing
     */
    public boolean tell() throws IOException {
        List<WatchedRun> runs = reader.read();
        for (WatchedRun run : runs) {
            WatchedRun before = told.put(run.name(), run);
            (before == null ? List.of(run.line()) : run.news(before)).forEach(printer);
        }
        return runs.stream().anyMatch(WatchedRun::moves);
    }
}
