package org.grokscope.workbench.export;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.grokscope.figure.export.ExportFormat;
import org.grokscope.figure.export.FigureExport;
import org.grokscope.figure.export.FigureName;
import org.grokscope.figure.export.PagePreset;
import org.grokscope.file.ProblemSentence;
import org.grokscope.text.PlainNumber;
import org.grokscope.text.ShellWord;
import org.grokscope.workbench.control.Clipboards;
import org.grokscope.workbench.control.DialogOpening;
import org.grokscope.workbench.control.LongChoice;
import org.grokscope.workbench.control.Titles;

/** Asks which figure to export, how large and as what, and shows it as it will be. */
public final class ExportDialog {
    private static final ButtonType EXPORT = new ButtonType("Export\u2026", ButtonData.OK_DONE);
    private static final ButtonType IMAGE = new ButtonType("Copy to clipboard", ButtonData.LEFT);
    private static final ButtonType COMMAND = new ButtonType("Copy as command line", ButtonData.LEFT);
    private static final ButtonType LATEX = new ButtonType("Copy as LaTeX", ButtonData.LEFT);
    private static final double FIELD_WIDTH = 204;
    private static final double FIELDS_WIDTH = 316;
    private static final double DIALOG_WIDTH = 820;

    private final ExportForm form;
    private final FigureFileChoice files;
    private final GridPane grid = new GridPane();
    private final Label problem = new Label();
    private Optional<ExportOrder> order = Optional.empty();

    /**
     * @param files asks where to write the figure
     */
    public ExportDialog(ExportForm form, FigureFileChoice files) {
        this.form = form;
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
        LongChoice<FigureName> figure = new LongChoice<>(form.figures(), ExportDialog::title, form.figureProperty());
        figure.setId("export-figure");
        figure.setPrefWidth(FIELD_WIDTH);
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
        });
        dialog.setResultConverter(pressed -> pressed == EXPORT ? order : Optional.empty());
        DialogOpening.focus(dialog, figure);
        return dialog;
    }

    private Region content(ComboBox<FigureName> figure) {
        Label title = new Label("Export figure");
        title.getStyleClass().add("dialog-title");
        grid.getStyleClass().add("export-grid");
        addRow("Figure", figure);
        ComboBox<ExportFormat> format = choice("format", List.of(ExportFormat.values()), ExportDialog::title);
        format.valueProperty().bindBidirectional(form.formatProperty());
        addRow("Format", format);
        ComboBox<PagePreset> preset = choice("preset", List.of(PagePreset.values()), ExportDialog::title);
        preset.valueProperty().bindBidirectional(form.presetProperty());
        addRow("Size", preset);
        TextField width = text("width");
        width.textProperty().bindBidirectional(form.widthProperty());
        width.promptTextProperty().bind(form.presetProperty().map(it -> "mm; usual: " + plain(it.width())));
        addRow("Width", width);
        TextField height = text("height");
        height.textProperty().bindBidirectional(form.heightProperty());
        height.setPromptText("mm; as high as it needs");
        addRow("Height", height);
        CheckBox plotArea = new CheckBox("of the plot area");
        plotArea.setId("export-plot-area");
        plotArea.selectedProperty().bindBidirectional(form.plotAreaProperty());
        grid.add(plotArea, 1, grid.getRowCount());
        TextField dots = text("dpi");
        dots.textProperty().bindBidirectional(form.dotsPerInchProperty());
        dots.disableProperty().bind(form.formatProperty().isNotEqualTo(ExportFormat.PNG));
        addRow("Pixels an inch", dots);
        form.formatProperty().map(it -> it == ExportFormat.CSV)
                .subscribe(table -> List.of(preset, width, height, plotArea).forEach(it -> it.setDisable(table)));
        problem.setId("export-problem");
        problem.getStyleClass().add("problem");
        problem.setWrapText(true);
        problem.setMinHeight(Region.USE_PREF_SIZE);
        VBox fields = new VBox(title, grid, problem);
        fields.getStyleClass().add("export-fields");
        fields.setMinWidth(FIELDS_WIDTH);
        fields.setMaxWidth(FIELDS_WIDTH);
        Region preview = new ExportPreview(form).node();
        HBox.setHgrow(preview, Priority.ALWAYS);
        return new HBox(fields, preview);
    }

    private void addRow(String name, Node control) {
        Label label = new Label(name);
        label.setMinWidth(Region.USE_PREF_SIZE);
        label.setLabelFor(control);
        grid.addRow(grid.getRowCount(), label, control);
    }

    private static TextField text(String name) {
        TextField field = new TextField();
        field.setId("export-" + name);
        field.setPrefWidth(FIELD_WIDTH);
        return field;
    }

    private static <T> ComboBox<T> choice(String name, List<T> choices, Function<T, String> title) {
        ComboBox<T> box = new ComboBox<>();
        box.getItems().setAll(choices);
        box.setId("export-" + name);
        box.setPrefWidth(FIELD_WIDTH);
        box.setVisibleRowCount(choices.size());
        box.setConverter(new Titles<>(title));
        return box;
    }

    private static String title(FigureName figure) {
        return switch (figure.shows()) {
            case FigureName.Shows.Panels _,FigureName.Shows.Compared _,FigureName.Shows.Composed _,FigureName.Shows.Leads _ ->
                figure.title();
            case FigureName.Shows.Forks _ -> "Forks: " + figure.title();
            case FigureName.Shows.Circuit _ -> "Circuit: " + figure.title();
        };
    }

    private static String title(ExportFormat format) {
        return switch (format) {
            case SVG -> "SVG, vectors";
            case PDF -> "PDF, vectors";
            case PNG -> "PNG, pixels";
            case PGF -> "PGF, for LaTeX";
            case CSV -> "CSV, the numbers";
        };
    }

    private static String title(PagePreset preset) {
        return preset.title() + ", " + plain(preset.width()) + " mm";
    }

    private static String plain(double millimetres) {
        return PlainNumber.of(millimetres);
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
