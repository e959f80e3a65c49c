package org.grokscope.figure.export;

import java.util.Locale;
import org.grokscope.text.Labelled;

/** What the text of a vector figure is in its file. */
public enum TextForm implements Labelled {
    /** Text that can be found and changed: in an SVG in Inter or what the reader has instead, in a PDF in Inter. */
    TEXT,
    /** Outlines, which look the same everywhere. */
    OUTLINES,
    /** Text, and in an SVG the letters of Inter that it uses; browsers take them, drawing programs do not. */
    EMBEDDED;

    @Override
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
