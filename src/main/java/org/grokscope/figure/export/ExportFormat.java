package org.grokscope.figure.export;

import java.util.Arrays;
import java.util.Locale;
import org.grokscope.text.InvalidSetting;

/** The kinds of files that a figure can be written as. */
public enum ExportFormat {
    /** Scalable Vector Graphics, for the web and for drawing programs. */
    SVG,
    /** One page, for LaTeX. */
    PDF,
    /** Pixels, for where nothing else goes. */
    PNG,
    /** The numbers. */
    CSV;

    /**
     * Finds a format by its name on the command line.
     *
     * @throws InvalidSetting when there is none of this name
     */
    public static ExportFormat of(String key) {
        return Arrays.stream(values()).filter(each -> each.key().equals(key)).findFirst()
                .orElseThrow(() -> new InvalidSetting("format",
                        "There is no format '" + key + "'; there are svg, pdf, png and csv."));
    }

    /** Returns its name on the command line, which is also how its files end. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
