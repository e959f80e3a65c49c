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
    /** The numbers. */
    CSV;

    /** Returns whether it has text that may be kept as text. */
    public boolean vectors() {
        return this == SVG || this == PDF;
    }

    @Override
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
