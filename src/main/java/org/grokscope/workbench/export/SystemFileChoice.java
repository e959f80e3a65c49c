package org.grokscope.workbench.export;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.grokscope.figure.export.ExportFormat;

/** Asks in the dialog of the system, which asks itself before it replaces a file; begins where it ended last. */
public final class SystemFileChoice implements FigureFileChoice {
    private Optional<Path> folder = Optional.empty();

    @Override
    public Optional<Path> choose(Window owner, String suggested, ExportFormat format) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Export figure");
        chooser.setInitialFileName(suggested);
        chooser.getExtensionFilters().setAll(
                new FileChooser.ExtensionFilter(format.name(), "*." + format.ending()));
        folder.filter(Files::isDirectory).map(Path::toFile).ifPresent(chooser::setInitialDirectory);
        Optional<Path> chosen = Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath)
                .map(file -> named(file, format));
        folder = chosen.map(Path::getParent).or(() -> folder);
        return chosen;
    }

    /** Some systems leave the ending to the person. */
    private static Path named(Path file, ExportFormat format) {
        String name = file.getFileName().toString();
        return name.toLowerCase(Locale.ROOT).endsWith("." + format.ending())
                ? file
                : file.resolveSibling(name + "." + format.ending());
    }
}
