package org.grokscope.cli;

import java.util.OptionalDouble;
import org.grokscope.figure.export.ExportDetails;
import org.grokscope.figure.export.PagePreset;
import org.grokscope.figure.export.PageSize;
import org.grokscope.figure.export.TableForm;
import org.grokscope.figure.export.TextForm;
import org.grokscope.run.RunNames;
import org.grokscope.text.Choice;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say how large a figure is. */
final class PageOptions {
    @Option(names = "--preset", defaultValue = "single", paramLabel = "NAME", description = "usual size and type, see below; default: ${DEFAULT-VALUE}")
    private String preset = "";

    @Option(names = "--width", paramLabel = "MM", description = "width in millimetres; default: the preset's")
    private @Nullable Double width;

    @Option(names = "--height", paramLabel = "MM", description = "height in millimetres; default: as the figure needs")
    private @Nullable Double height;

    @Option(names = "--plot-area", description = "width and height are those of the plot area, so that figures align")
    private boolean plotArea;

    @Option(names = "--headings", description = "title and remarks above charts, which a slide always has")
    private boolean headings;

    @Option(names = "--dpi", defaultValue = ""
            + ExportDetails.USUAL_DOTS_PER_INCH, paramLabel = "N", description = "pixels in an inch of a PNG; default: ${DEFAULT-VALUE}")
    private int dotsPerInch;

    @Option(names = "--text", defaultValue = "text", paramLabel = "FORM", description = "of an svg or pdf: text; outlines, which look the same everywhere; or embedded, text with its letters in an svg, for browsers; default: ${DEFAULT-VALUE}")
    private String text = "";

    @Option(names = "--raw", description = "of a csv: the values of the log, of all steps, and not those that the figure shows")
    private boolean raw;

    @Option(names = "--wide", description = "of a csv: a row a step and a column for each run and measure")
    private boolean wide;

    PageSize size() {
        PagePreset usual = Choice.of(PagePreset.class, "preset", "--preset", preset);
        return new PageSize(usual, optional(width), optional(height), plotArea, headings || usual.headed());
    }

    /** @param runs what runs are called here */
    ExportDetails details(RunNames runs) {
        return new ExportDetails(dotsPerInch, Choice.of(TextForm.class, "text", "--text", text),
                new TableForm(raw, wide), runs);
    }

    private static OptionalDouble optional(@Nullable Double value) {
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
