package org.grokscope.figure;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The Inter typeface that comes with the program, so that a figure looks the same on every machine. */
final class FigureFonts {
    static final Font REGULAR = load("Inter-Regular.ttf");
    static final Font MEDIUM = load("Inter-Medium.ttf");
    static final Font SEMI_BOLD = load("Inter-SemiBold.ttf");

    private FigureFonts() {}

    private static Font load(String file) {
        try (InputStream stream = FigureFonts.class.getResourceAsStream("/org/grokscope/fonts/" + file)) {
            if (stream == null) {
                throw new IOException("The font " + file + " is missing from the program.");
            }
            return Font.createFont(Font.TRUETYPE_FONT, stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FontFormatException e) {
            throw new UncheckedIOException(new IOException("The font " + file + " cannot be read.", e));
        }
    }
}
