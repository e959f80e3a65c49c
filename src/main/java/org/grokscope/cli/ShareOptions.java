package org.grokscope.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.grokscope.figure.export.SharedRun;
import org.grokscope.text.InvalidSetting;
import picocli.CommandLine.Option;

/** Options that write a whole run instead of a figure. */
final class ShareOptions {
    @Option(names = "--page", description = "writes the run as one HTML file with curves, heat map, the circle with a slider, milestones and settings, which needs no network")
    private boolean page;

    @Option(names = "--film", description = "writes the run as a film of 1280 x 720: the timeline as it grows and the circle as it forms; an MP4 where the name of --out ends in .mp4, else an animated GIF")
    private boolean film;

    /**
     * Returns what is asked for; empty for a figure.
     *
     * @param out the file to write
     */
    Optional<SharedRun> asked(Path out) {
        InvalidSetting.unless(!(page && film), "film", "Ask for --page or --film, not both at once.");
        return page ? Optional.of(SharedRun.PAGE) : film ? Optional.of(SharedRun.film(out)) : Optional.empty();
    }
}
