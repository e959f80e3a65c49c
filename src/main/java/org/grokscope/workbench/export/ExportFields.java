package org.grokscope.workbench.export;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.property.Property;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.grokscope.figure.export.ExportFormat;
import org.grokscope.figure.export.FigureName;
import org.grokscope.figure.export.PagePreset;
import org.grokscope.figure.export.TextForm;
import org.grokscope.text.PlainNumber;
import org.grokscope.workbench.control.Titles;

/** The dialog's fields, one below the other; those that a format has no use for are not shown. */
final class ExportFields {
    static final double WIDTH = 220;
    private static final double SPACE = 8;

    private final ExportForm form;
    private final SavedChoices saved;
    private final GridPane grid = new GridPane();

    ExportFields(ExportForm form, SavedChoices saved) {
        this.form = form;
        this.saved = saved;
    }

    Node node(ComboBox<FigureName> figure) {
        grid.getStyleClass().add("export-grid");
        addRow("Figure", figure);
        addRow("", new PanelRow(form).node());
        addRow("Format", choice("format", List.of(ExportFormat.values()), ExportFields::title, form.formatProperty()));
        ObservableValue<Boolean> drawn = form.formatProperty().map(it -> it != ExportFormat.CSV);
        show(drawn, addRow("Size", choice("preset", List.of(PagePreset.values()), ExportFields::title,
                form.presetProperty())));
        TextField width = text("width", form.widthProperty());
        width.promptTextProperty().bind(form.presetProperty().map(it -> "mm; usual: " + plain(it.width())));
        show(drawn, addRow("Width", width));
        TextField height = text("height", form.heightProperty());
        height.setPromptText("mm; as high as it needs");
        show(drawn, addRow("Height", height));
        CheckBox headings = check("headings", "title and remarks", form.headingsProperty());
        headings.disableProperty().bind(form.presetProperty().map(PagePreset::headed));
        show(drawn, addRow("", new VBox(SPACE, check("plot-area", "of the plot area", form.plotAreaProperty()),
                headings)));
        show(form.formatProperty().map(it -> it == ExportFormat.PNG),
                addRow("Pixels an inch", text("dpi", form.dotsPerInchProperty())));
        show(form.formatProperty().map(ExportFormat::vectors), addRow("Text",
                choice("text", List.of(TextForm.values()), ExportFields::title, form.textProperty())));
        show(form.formatProperty().map(it -> it == ExportFormat.CSV), addRow("", new VBox(SPACE,
                check("raw", "all steps, as logged", form.rawProperty()),
                check("wide", "a column for each curve", form.wideProperty()))));
        addRow("Saved", saved.node());
        return grid;
    }

    private List<Node> addRow(String name, Node control) {
        Label label = new Label(name);
        label.setMinWidth(Region.USE_PREF_SIZE);
        label.setLabelFor(control);
        grid.addRow(grid.getRowCount(), label, control);
        return List.of(label, control);
    }

    private static void show(ObservableValue<Boolean> when, List<Node> row) {
        row.forEach(node -> {
            node.visibleProperty().bind(when);
            node.managedProperty().bind(when);
        });
    }

    private static CheckBox check(String name, String words, Property<Boolean> chosen) {
        CheckBox box = new CheckBox(words);
        box.setId("export-" + name);
        box.selectedProperty().bindBidirectional(chosen);
        return box;
    }

    private static TextField text(String name, Property<String> typed) {
        TextField field = new TextField();
        field.setId("export-" + name);
        field.setPrefWidth(WIDTH);
        GridPane.setHgrow(field, Priority.ALWAYS);
        field.textProperty().bindBidirectional(typed);
        return field;
    }

    private static <T> ComboBox<T> choice(String name, List<T> choices, Function<T, String> title, Property<T> chosen) {
        ComboBox<T> box = new ComboBox<>();
        box.getItems().setAll(choices);
        box.setId("export-" + name);
        box.setPrefWidth(WIDTH);
        box.setMaxWidth(Double.MAX_VALUE);
        box.setVisibleRowCount(choices.size());
        box.setConverter(new Titles<>(title));
        box.valueProperty().bindBidirectional(chosen);
        return box;
    }

    static String title(FigureName figure) {
        return switch (figure.shows()) {
            case FigureName.Shows.Panels _,FigureName.Shows.Compared _,FigureName.Shows.Multiples _,FigureName.Shows.Composed _,FigureName.Shows.Leads _ ->
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
            case PGF -> "PGF, drawn by LaTeX";
            case PGFPLOTS -> "pgfplots, axes and data";
            case CSV -> "CSV, the numbers";
        };
    }

    private static String title(TextForm text) {
        return switch (text) {
            case TEXT -> "as text";
            case OUTLINES -> "as outlines";
            case EMBEDDED -> "as text with its letters";
        };
    }

    private static String title(PagePreset preset) {
        return preset.title() + ", " + plain(preset.width()) + " mm";
    }

    private static String plain(double millimetres) {
        return PlainNumber.of(millimetres);
    }
}
