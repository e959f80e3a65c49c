package org.grokscope.figure.export;

import java.nio.file.Path;
import org.grokscope.run.RunNames;
import org.grokscope.text.InvalidSetting;

/**
 * What else is asked of a file.
 *
 * @param dotsPerInch of a PNG
 * @param text of an SVG or a PDF
 * @param table of a CSV
 * @param names which folder the runs are in that are called by their ids
 */
public record ExportDetails(int dotsPerInch, TextForm text, TableForm table, RunNames names) {
    /** What journals ask for. */
    public static final int USUAL_DOTS_PER_INCH = 300;

    private static final int LEAST_DOTS = 36;
    private static final int MOST_DOTS = 2400;

    /** @throws InvalidSetting when the resolution makes no sense */
    public ExportDetails {
        InvalidSetting.unless(dotsPerInch >= LEAST_DOTS && dotsPerInch <= MOST_DOTS, "dpi",
                "The resolution lies between 36 and 2400 dpi, and " + dotsPerInch + " does not.");
    }

    /** Returns what nobody has to ask for, of the runs of a folder. */
    public static ExportDetails of(Path runsFolder) {
        return new ExportDetails(USUAL_DOTS_PER_INCH, TextForm.TEXT, TableForm.USUAL, new RunNames(runsFolder));
    }

    /** Returns the same at another resolution. */
    public ExportDetails at(int dots) {
        return new ExportDetails(dots, text, table, names);
    }

    /** Returns the same with another form of text. */
    public ExportDetails with(TextForm other) {
        return new ExportDetails(dotsPerInch, other, table, names);
    }

    /** Returns the same with another form of table. */
    public ExportDetails with(TableForm other) {
        return new ExportDetails(dotsPerInch, text, other, names);
    }
}
