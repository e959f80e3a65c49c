package org.grokscope.figure;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import org.grokscope.file.ProgramFile;

/** The Inter typeface that comes with the program, so that a figure looks the same on every machine. */
final class FigureFonts {
    static final Font REGULAR = load("Inter-Regular.ttf");
    static final Font MEDIUM = load("Inter-Medium.ttf");
    static final Font SEMI_BOLD = load("Inter-SemiBold.ttf");

    private FigureFonts() {}

    private static Font load(String name) {
        String resource = "/org/grokscope/fonts/" + name;
        try {
            Optional<Path> file = ProgramFile.find(FigureFonts.class, resource);
            return file.isPresent()
                    ? Font.createFont(Font.TRUETYPE_FONT, file.get().toFile())
                    : copied(resource);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FontFormatException e) {
            throw new UncheckedIOException(new IOException("The font " + name + " cannot be read.", e));
        }
    }

    /** Java copies what is no file into the temporary folder. */
    private static Font copied(String resource) throws IOException, FontFormatException {
        try (InputStream stream = FigureFonts.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IOException("The font " + resource + " is missing from the program.");
            }
            return Font.createFont(Font.TRUETYPE_FONT, stream);
        }
    }
}
