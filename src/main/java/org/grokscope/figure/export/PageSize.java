package org.grokscope.figure.export;

import java.util.OptionalDouble;
import org.grokscope.text.InvalidSetting;
import org.grokscope.text.PlainNumber;

/**
 * The size of a figure as somebody asked for it.
 *
 * @param width in millimetres; empty for the preset's
 * @param height in millimetres; empty for the preset's, or as high as the figure usually is
 * @param ofPlotArea whether width and height are those of the plot area, so that figures align, and not of the whole
 * @param headed whether title and remarks stand above charts
 */
public record PageSize(PagePreset preset, OptionalDouble width, OptionalDouble height, boolean ofPlotArea,
        boolean headed) {
    private static final double LEAST = 20;
    private static final double MOST = 1000;

    /** @throws InvalidSetting when nothing can be drawn in such a size */
    public PageSize {
        width.ifPresent(it -> check("width", it));
        height.ifPresent(it -> check("height", it));
    }

    /** A size with headings where the preset has them. */
    public PageSize(PagePreset preset, OptionalDouble width, OptionalDouble height, boolean ofPlotArea) {
        this(preset, width, height, ofPlotArea, preset.headed());
    }

    /** Returns the same size with headings or without. */
    public PageSize headed(boolean wanted) {
        return new PageSize(preset, width, height, ofPlotArea, wanted);
    }

    /** Returns the size that a preset has. */
    public static PageSize of(PagePreset preset) {
        return new PageSize(preset, OptionalDouble.empty(), OptionalDouble.empty(), false);
    }

    private static void check(String name, double millimetres) {
        InvalidSetting.unless(millimetres >= LEAST && millimetres <= MOST, name,
                "The " + name + " of a figure lies between 20 and 1000 mm, and " + PlainNumber.of(millimetres)
                        + " does not.");
    }
}
