package org.grokscope.workbench.export;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.embed.swing.SwingFXUtils;
import javafx.event.ActionEvent;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.grokscope.figure.export.ExportFormat;
import org.grokscope.figure.export.FigureExport;
import org.grokscope.figure.export.FigureName;
import org.grokscope.file.ProblemSentence;
import org.grokscope.text.ShellWord;
import org.grokscope.workbench.control.Clipboards;
import org.grokscope.workbench.control.DialogOpening;
import org.grokscope.workbench.control.LongChoice;

/** Asks which figure to export, how large and as what, and shows it as it will be. */
public final class ExportDialog {
    private static final ButtonType EXPORT = new ButtonType("Export\u2026", ButtonData.OK_DONE);
    private static final ButtonType IMAGE = new ButtonType("Copy as image", ButtonData.LEFT);
    private static final ButtonType COMMAND = new ButtonType("Copy as command", ButtonData.LEFT);
    private static final ButtonType LATEX = new ButtonType("Copy as LaTeX", ButtonData.LEFT);
    private static final double FIELDS_WIDTH = 374;
    private static final double DIALOG_WIDTH = 880;

    private final ExportForm form;
    private final FigureFileChoice files;
    private final ObjectProperty<Map<String, String>> saved;
    private final Label problem = new Label();
    private Optional<ExportOrder> order = Optional.empty();

    /**
     * @param files asks where to write the figure
     * @param saved what the names that a person gave stand for, as preferences keep it
     */
    public ExportDialog(ExportForm form, FigureFileChoice files, ObjectProperty<Map<String, String>> saved) {
        this.form = form;
        this.saved = saved;
        this.files = files;
    }

    /** Builds the dialog; its result is what to write, or nothing when it was closed. */
    public Dialog<Optional<ExportOrder>> build() {
        Dialog<Optional<ExportOrder>> dialog = new Dialog<>();
        dialog.setTitle("Export figure");
        dialog.setResizable(true);
        dialog.getDialogPane().setId("export-dialog");
        dialog.getDialogPane().getStyleClass().add("export");
        dialog.getDialogPane().setMinWidth(DIALOG_WIDTH);
        dialog.getDialogPane().getButtonTypes().setAll(IMAGE, COMMAND, LATEX, ButtonType.CANCEL, EXPORT);
        LongChoice<FigureName> figure = new LongChoice<>(form.figures(), ExportFields::title, form.figureProperty());
        figure.setId("export-figure");
        figure.setPrefWidth(ExportFields.WIDTH);
        figure.setMaxWidth(Double.MAX_VALUE);
        dialog.getDialogPane().setContent(content(figure));
        Button export = button(dialog, EXPORT, "export-write");
        Button image = button(dialog, IMAGE, "export-image");
        Button command = button(dialog, COMMAND, "export-command");
        export.addEventFilter(ActionEvent.ACTION, click -> {
            order = place(dialog);
            if (order.isEmpty()) {
                click.consume();
            }
        });
        stays(image, () -> copyImage(image));
        stays(command, this::copyCommand);
        Button latex = button(dialog, LATEX, "export-latex");
        stays(latex, this::copyLatex);
        form.planProperty().subscribe(plan -> {
            problem.setText(plan.problem());
            boolean wrong = plan.export().isEmpty();
            List.of(export, image, command, latex).forEach(button -> button.setDisable(wrong));
            // A table is no picture that LaTeX shows.
            latex.setDisable(wrong || form.formatProperty().get() == ExportFormat.CSV);
        });
        dialog.setResultConverter(pressed -> pressed == EXPORT ? order : Optional.empty());
        DialogOpening.focus(dialog, figure);
        return dialog;
    }

    private Region content(ComboBox<FigureName> figure) {
        Label title = new Label("Export figure");
        title.getStyleClass().add("dialog-title");
        problem.setId("export-problem");
        problem.getStyleClass().add("problem");
        problem.setWrapText(true);
        problem.setMinHeight(Region.USE_PREF_SIZE);
        VBox fields = new VBox(title, new ExportFields(form, new SavedChoices(form, saved)).node(figure), problem);
        fields.getStyleClass().add("export-fields");
        fields.setMinWidth(FIELDS_WIDTH);
        fields.setMaxWidth(FIELDS_WIDTH);
        Region preview = new ExportPreview(form).node();
        HBox.setHgrow(preview, Priority.ALWAYS);
        return new HBox(fields, preview);
    }

    private static Button button(Dialog<?> dialog, ButtonType type, String id) {
        Button button = (Button) dialog.getDialogPane().lookupButton(type);
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        ButtonBar.setButtonUniformSize(button, false);
        return button;
    }

    /** Lets a button act without closing the dialog. */
    private static void stays(Button button, Runnable action) {
        button.addEventFilter(ActionEvent.ACTION, click -> {
            action.run();
            click.consume();
        });
    }

    private Optional<ExportOrder> place(Dialog<?> dialog) {
        return form.planProperty().get().export()
                .flatMap(export -> files.choose(dialog.getDialogPane().getScene().getWindow(), form.suggestedFile(),
                        export.format()).map(file -> new ExportOrder(export, file)));
    }

    /** Draws at the resolution of a file, which takes a moment, and then puts the image on the clipboard. */
    private void copyImage(Button button) {
        form.planProperty().get().export().ifPresent(export -> {
            button.setDisable(true);
            CompletableFuture.supplyAsync(() -> SwingFXUtils.toFXImage(export.image(), null))
                    .whenCompleteAsync((image, fault) -> {
                        button.setDisable(form.planProperty().get().export().isEmpty());
                        if (fault == null) {
                            Clipboards.image(image);
                        } else {
                            problem.setText(ProblemSentence.of(fault.getCause() == null ? fault : fault.getCause()));
                        }
                    }, Platform::runLater);
        });
    }

    private void copyLatex() {
        form.planProperty().get().export()
                .ifPresent(export -> Clipboards.text(export.latex(form.suggestedFile())));
    }

    private void copyCommand() {
        form.planProperty().get().export().ifPresent(export -> {
            Clipboards.text(commandLine(export, form.suggestedFile()));
        });
    }

    /** Returns the command that writes the same figure. */
    static String commandLine(FigureExport export, String file) {
        return export.command(file).stream().map(ShellWord::of).collect(Collectors.joining(" "));
    }
}
