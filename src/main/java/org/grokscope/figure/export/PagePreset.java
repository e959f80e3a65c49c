package org.grokscope.figure.export;

import java.util.Locale;
import java.util.OptionalDouble;
import org.grokscope.text.Labelled;

/** Usual sizes of figures, and the size of the type that goes with them. */
public enum PagePreset implements Labelled {
    /** One column of a journal. */
    SINGLE("One column", 85, OptionalDouble.empty(), 7.5),
    /** The width of a journal's page. */
    DOUBLE("Two columns", 178, OptionalDouble.empty(), 8),
    /** The text of NeurIPS, 5.5 inches. */
    NEURIPS("NeurIPS", 139.7, OptionalDouble.empty(), 8),
    /** A column of ICML, 3.25 inches. */
    ICML_COLUMN("ICML, column", 82.55, OptionalDouble.empty(), 8),
    /** Both columns of ICML, 6.75 inches. */
    ICML_PAGE("ICML, page", 171.45, OptionalDouble.empty(), 8),
    /** The text of ICLR, 5.5 inches. */
    ICLR("ICLR", 139.7, OptionalDouble.empty(), 8),
    /** A column of ACL, 7.7 cm. */
    ACL_COLUMN("ACL, column", 77, OptionalDouble.empty(), 8),
    /** Both columns of ACL, 16 cm. */
    ACL_PAGE("ACL, page", 160, OptionalDouble.empty(), 8),
    /** The text of JMLR, 6 inches. */
    JMLR("JMLR", 152.4, OptionalDouble.empty(), 9),
    /** A column of Nature, whose letters have 5 to 7 points. */
    NATURE_COLUMN("Nature, column", 89, OptionalDouble.empty(), 7),
    /** The page of Nature. */
    NATURE_PAGE("Nature, page", 183, OptionalDouble.empty(), 7),
    /** The text of a thesis on A4. */
    THESIS("Thesis, A4", 150, OptionalDouble.empty(), 9),
    /** A slide of 16 to 9. */
    SLIDE("Slide", 338.7, OptionalDouble.of(190.5), 14);

    private final String title;
    private final double width;
    private final OptionalDouble height;
    private final double textPoints;

    PagePreset(String title, double width, OptionalDouble height, double textPoints) {
        this.title = title;
        this.width = width;
        this.height = height;
        this.textPoints = textPoints;
    }

    @Override
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns what people call it. */
    public String title() {
        return title;
    }

    /** Returns whether figures have headings; in a paper the caption says it. */
    public boolean headed() {
        return this == SLIDE;
    }

    /** Returns the width in millimetres. */
    public double width() {
        return width;
    }

    /** Returns the height in millimetres; empty where the figure decides. */
    public OptionalDouble height() {
        return height;
    }

    /** Returns the size of labels in points. */
    public double textPoints() {
        return textPoints;
    }
}
