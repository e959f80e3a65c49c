package org.grokscope.workbench;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.value.ObservableIntegerValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory.IntegerSpinnerValueFactory;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.grokscope.run.Environment;
import org.grokscope.training.DeviceChoice;
import org.grokscope.workbench.control.Theme;
import org.grokscope.workbench.control.Titles;
import org.grokscope.workbench.preferences.Preferences;

/** What a person may choose for all times, in one place; a choice holds at once where that can be. */
final class PreferencesDialog {
    private static final int CORES = Runtime.getRuntime().availableProcessors();
    private static final int LEAST_OFFERED = 4;
    private static final int MOST_OFFERED = 16;
    private static final double CONTROL_WIDTH = 250;

    private final Preferences preferences;
    private final ObservableIntegerValue atOnce;
    private final IntConsumer trainAtOnce;
    private final Optional<Environment> environment;
    private final OpenFolders folders;
    private final Supplier<Optional<Path>> askFolder;
    private final GridPane grid = new GridPane();

    /**
     * @param atOnce how many runs train at once; 0 leaves it to the program
     * @param trainAtOnce hears of another choice
     * @param environment what runs are trained on, once that is known
     * @param askFolder asks for a folder of runs
     */
    PreferencesDialog(Preferences preferences, ObservableIntegerValue atOnce, IntConsumer trainAtOnce,
            Optional<Environment> environment, OpenFolders folders, Supplier<Optional<Path>> askFolder) {
        this.preferences = preferences;
        this.atOnce = atOnce;
        this.trainAtOnce = trainAtOnce;
        this.environment = environment;
        this.folders = folders;
        this.askFolder = askFolder;
    }

    /** Builds the dialog; it has no result. */
    Dialog<ButtonType> build() {
        Label heading = new Label("Preferences");
        heading.getStyleClass().add("dialog-title");
        grid.getStyleClass().add("preferences-grid");
        row("Theme", "", theme());
        row("Text size", "pixels; Ctrl+plus and Ctrl+minus", textSize());
        row("Runs at once", "all others wait or take turns", runsAtOnce());
        row("Device", environment.map(it -> "from the next start; now " + it.deviceName())
                .orElse("from the next start"), device());
        row("Threads a run", environment.map(it -> "from the next start; now " + it.threads())
                .orElse("from the next start"), threads());
        row("New runs go to", "from the next start", runsFolder());
        VBox content = new VBox(heading, grid);
        content.getStyleClass().add("question");
        Dialog<ButtonType> dialog = new Dialog<>();
        dialog.setTitle("Preferences");
        dialog.getDialogPane().setId("preferences");
        dialog.getDialogPane().setContent(content);
        dialog.getDialogPane().getButtonTypes().setAll(ButtonType.CLOSE);
        return dialog;
    }

    private void row(String name, String remark, Node control) {
        Label label = new Label(name);
        label.setMinWidth(Region.USE_PREF_SIZE);
        label.setLabelFor(control);
        Label caption = new Label(remark);
        caption.getStyleClass().add("caption");
        caption.setMinWidth(Region.USE_PREF_SIZE);
        grid.addRow(grid.getRowCount(), label, control, caption);
    }

    private Node theme() {
        ComboBox<Optional<Theme>> box = choice("theme",
                List.of(Optional.empty(), Optional.of(Theme.LIGHT), Optional.of(Theme.DARK)),
                theme -> theme.map(it -> it == Theme.DARK ? "dark" : "light").orElse("as the system's"));
        box.valueProperty().bindBidirectional(preferences.theme());
        return box;
    }

    private Node textSize() {
        Spinner<Integer> spinner = new Spinner<>(new IntegerSpinnerValueFactory(TextSize.SMALLEST, TextSize.LARGEST,
                preferences.textSize().get()));
        spinner.setId("preferences-text-size");
        spinner.setPrefWidth(CONTROL_WIDTH);
        spinner.valueProperty().subscribe((_, size) -> preferences.textSize().set(size));
        return spinner;
    }

    private Node device() {
        ComboBox<String> box = choice("device", Stream.concat(Stream.of(""), Stream.of(DeviceChoice.values())
                .filter(it -> it != DeviceChoice.AUTO).map(DeviceChoice::label)).toList(), device -> switch (device) {
                    case "" -> "a GPU if there is one";
                    case "cpu" -> "CPU";
                    default -> "CUDA GPU";
                });
        box.valueProperty().bindBidirectional(preferences.device());
        return box;
    }

    private Node threads() {
        ComboBox<Integer> box = choice("threads", IntStream.rangeClosed(0, CORES).boxed().toList(),
                threads -> threads == 0 ? "2 alone, 1 for each of several" : Integer.toString(threads));
        box.setValue(preferences.threads().get());
        box.valueProperty().subscribe((_, threads) -> preferences.threads().set(threads));
        return box;
    }

    /** The folder's name says enough; the tooltip has the path. */
    private Node runsFolder() {
        Button change = new Button();
        change.setId("preferences-folder");
        change.setPrefWidth(CONTROL_WIDTH);
        change.setAlignment(Pos.CENTER_LEFT);
        change.setOnAction(_ -> askFolder.get().ifPresent(
                folder -> preferences.runsFolder().set(folder.toAbsolutePath().normalize().toString())));
        preferences.runsFolder().subscribe(chosen -> {
            Path folder = chosen.isEmpty() ? folders.all().getFirst() : Path.of(chosen);
            change.setText(folder.getFileName() + " \u2026");
            change.setTooltip(new Tooltip(folder.toString()));
        });
        return change;
    }

    private Node runsAtOnce() {
        ComboBox<Integer> box = choice("at-once",
                IntStream.rangeClosed(0, Math.clamp(CORES, LEAST_OFFERED, MOST_OFFERED)).boxed().toList(),
                runs -> switch (runs) {
                    case 0 -> "as many as there are cores: " + CORES;
                    case 1 -> "in this process, four by turns";
                    default -> "up to " + runs;
                });
        box.setValue(atOnce.get());
        box.valueProperty().subscribe((_, runs) -> trainAtOnce.accept(runs));
        return box;
    }

    private static <T> ComboBox<T> choice(String name, List<T> choices, Function<T, String> words) {
        ComboBox<T> box = new ComboBox<>();
        box.setId("preferences-" + name);
        box.getItems().setAll(choices);
        box.setPrefWidth(CONTROL_WIDTH);
        box.setConverter(new Titles<>(words));
        return box;
    }
}
