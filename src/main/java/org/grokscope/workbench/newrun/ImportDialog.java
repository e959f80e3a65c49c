package org.grokscope.workbench.newrun;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.grokscope.importing.ImportFiles;
import org.grokscope.measure.Measure;
import org.grokscope.workbench.control.DialogOpening;
import org.grokscope.workbench.control.FieldMarks;

/** Shows what was found in files, and asks what they do not say. */
public final class ImportDialog {
    private static final ButtonType IMPORT = new ButtonType("Import", ButtonData.OK_DONE);
    private static final int NAMED_FILES = 3;
    private static final double LABEL_WIDTH = 160;
    private static final double REMARK_WIDTH = 250;
    private static final double DIALOG_WIDTH = 690;

    private final ImportOffer offer;
    private final ImportForm form;
    private final GridPane grid = new GridPane();
    private final FieldMarks marks = new FieldMarks();
    private final List<FieldRow> rows = new ArrayList<>();
    private final Label problem = new Label();

    /** @param offer what was found */
    public ImportDialog(ImportOffer offer) {
        this.offer = offer;
        this.form = new ImportForm(offer);
    }

    /** Builds the dialog; its result is what to import, or nothing when it was cancelled. */
    public Dialog<Optional<ImportOrder>> build() {
        Dialog<Optional<ImportOrder>> dialog = new Dialog<>();
        dialog.setTitle("Import a run");
        dialog.setResizable(true);
        dialog.getDialogPane().setId("import-dialog");
        dialog.getDialogPane().getStyleClass().add("new-run");
        dialog.getDialogPane().setContent(content());
        dialog.getDialogPane().setMinWidth(DIALOG_WIDTH);
        dialog.getDialogPane().getButtonTypes().setAll(ButtonType.CANCEL, IMPORT);
        Button start = (Button) dialog.getDialogPane().lookupButton(IMPORT);
        start.setId("import-start");
        form.problem().subscribe(sentence -> {
            problem.setText(sentence);
            start.setDisable(!sentence.isEmpty());
        });
        dialog.setResultConverter(pressed -> pressed == IMPORT ? Optional.of(form.order()) : Optional.empty());
        DialogOpening.focus(dialog, rows.getFirst().control());
        return dialog;
    }

    private Region content() {
        Label title = new Label("Import a run");
        title.getStyleClass().add("dialog-title");
        Label files = new Label(files() + ": " + form.found());
        files.getStyleClass().add("caption");
        files.setWrapText(true);
        grid.getStyleClass().add("new-run-grid");
        grid.getColumnConstraints().setAll(new ColumnConstraints(LABEL_WIDTH), new ColumnConstraints(),
                new ColumnConstraints(REMARK_WIDTH));
        form.settings().forEach((setting, value) -> rows.add(FieldRow.asked(setting, value)));
        if (offer instanceof ImportOffer.Columns table) {
            form.columns().forEach((key, value) -> rows.add(column(table, key, value)));
        }
        rows.add(FieldRow.name(form.name(), new SimpleStringProperty(ImportFiles.name(offer.files()))));
        for (int row = 0; row < rows.size(); row++) {
            rows.get(row).addTo(grid, row, marks);
            rows.get(row).mark(Map.of());
        }
        problem.setId("import-problem");
        problem.getStyleClass().add("summary");
        problem.setWrapText(true);
        problem.setMinHeight(Region.USE_PREF_SIZE);
        return new VBox(title, files, grid, problem);
    }

    private static FieldRow column(ImportOffer.Columns table, String key, StringProperty value) {
        List<String> choices = new ArrayList<>(List.of(ImportForm.NO_COLUMN));
        choices.addAll(table.curves().columns());
        ComboBox<String> control = new ComboBox<>(FXCollections.observableArrayList(choices));
        control.valueProperty().bindBidirectional(value);
        String words = key.equals("step") ? "step" : Measure.of(key).map(Measure::words).orElse(key);
        return FieldRow.of(key, words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1),
                "the column that holds it", control);
    }

    private String files() {
        List<Path> all = offer.files();
        String first = all.stream().limit(NAMED_FILES).map(file -> String.valueOf(file.getFileName()))
                .collect(Collectors.joining(", "));
        return all.size() > NAMED_FILES ? first + " and " + (all.size() - NAMED_FILES) + " more" : first;
    }
}
