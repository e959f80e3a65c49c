package org.grokscope.workbench.control;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.application.Application;
import javafx.collections.ObservableList;
import javafx.scene.image.Image;
import javafx.scene.text.Font;
import javafx.stage.Stage;
import org.grokscope.file.ProgramFile;

/** The window's looks, light or dark: a base theme and our stylesheets on top. */
public enum Theme {
    /** Dark type on white. */
    LIGHT("light.css"),
    /** Light type on a dark ground. */
    DARK("dark.css");

    private static final String PLACE = "/org/grokscope/workbench/";
    private static final List<String> FONTS = List.of("Inter-Regular", "Inter-Medium", "Inter-SemiBold");
    private static final List<Integer> ICON_SIZES = List.of(16, 24, 32, 48, 64, 128, 256);

    private final String colours;

    Theme(String colours) {
        this.colours = colours;
    }

    /** Returns the dark theme or the light one. */
    public static Theme of(boolean dark) {
        return dark ? DARK : LIGHT;
    }

    /** Makes the fonts that come with the program known to the toolkit. */
    public static void loadFonts() {
        for (String font : FONTS) {
            String name = "/org/grokscope/fonts/" + font + ".ttf";
            Optional<Path> beside = ProgramFile.find(Theme.class, name);
            if (beside.isPresent()) {
                Font.loadFont(beside.get().toUri().toString(), 13);
                continue;
            }
            // The toolkit copies what is no file into the temporary folder.
            try (InputStream file = resource(name).openStream()) {
                Font.loadFont(file, 13);
            } catch (IOException problem) {
                throw new UncheckedIOException(problem);
            }
        }
    }

    /** Makes this the theme of every window of the application. */
    public void install() {
        Application.setUserAgentStylesheet(
                this == DARK ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
    }

    /** Puts our stylesheets of this theme in place of those of the other. */
    public void dress(ObservableList<String> stylesheets) {
        stylesheets.setAll(resource(PLACE + colours).toExternalForm(),
                resource(PLACE + "workbench.css").toExternalForm(),
                resource(PLACE + "controlsfx.css").toExternalForm());
    }

    /** Gives a window the program's icon. */
    public static void icon(Stage stage) {
        for (int size : ICON_SIZES) {
            stage.getIcons()
                    .add(new Image(resource("/org/grokscope/icons/grokscope-" + size + ".png").toExternalForm()));
        }
    }

    private static URL resource(String path) {
        return Objects.requireNonNull(Theme.class.getResource(path), path);
    }
}
