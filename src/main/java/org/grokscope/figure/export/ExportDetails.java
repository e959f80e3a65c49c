package org.grokscope.figure.export;

import org.grokscope.text.InvalidSetting;

/**
 * What else is asked of a file.
 *
 * @param dotsPerInch of a PNG
 * @param text of an SVG or a PDF
 */
public record ExportDetails(int dotsPerInch, TextForm text) {
    /** What journals ask for. */
    public static final int USUAL_DOTS_PER_INCH = 300;
    /** What nobody has to ask for. */
    public static final ExportDetails USUAL = new ExportDetails(USUAL_DOTS_PER_INCH, TextForm.TEXT);

    private static final int LEAST_DOTS = 36;
    private static final int MOST_DOTS = 2400;

    /** @throws InvalidSetting when the resolution makes no sense */
    public ExportDetails {
        InvalidSetting.unless(dotsPerInch >= LEAST_DOTS && dotsPerInch <= MOST_DOTS, "dpi",
                "The resolution lies between 36 and 2400 dpi, and " + dotsPerInch + " does not.");
    }

    /** Returns the same at another resolution. */
    public ExportDetails at(int dots) {
        return new ExportDetails(dots, text);
    }

    /** Returns the same with another form of text. */
    public ExportDetails with(TextForm other) {
        return new ExportDetails(dotsPerInch, other);
    }
}
