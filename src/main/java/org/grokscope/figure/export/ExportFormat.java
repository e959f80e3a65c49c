package org.grokscope.figure.export;

import java.util.Locale;
import org.grokscope.text.Labelled;

/** The kinds of files that a figure can be written as. */
public enum ExportFormat implements Labelled {
    /** Scalable Vector Graphics, for the web and for drawing programs. */
    SVG,
    /** One page, for LaTeX. */
    PDF,
    /** Pixels, for where nothing else goes. */
    PNG,
    /** A TikZ picture, whose text is set by TeX. */
    PGF,
    /** Axes of pgfplots with a table beside them, to be changed in LaTeX. */
    PGFPLOTS,
    /** The numbers. */
    CSV;

    /** Returns whether it has text that may be kept as text. */
    public boolean vectors() {
        return this == SVG || this == PDF;
    }

    /** Returns how the names of such files end, without the dot. */
    public String ending() {
        return this == PGFPLOTS ? "tex" : label();
    }

    @Override
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
