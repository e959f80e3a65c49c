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
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns what people call it. */
    public String title() {
        return title;
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
