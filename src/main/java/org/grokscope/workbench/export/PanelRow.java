package org.grokscope.workbench.export;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.grokscope.figure.export.FigureContent;
import org.grokscope.figure.export.FigureName;

/** The panels of a composed figure: those that are kept, and the one that is chosen now. */
final class PanelRow {
    private static final double SPACE = 6;

    private final ExportForm form;
    private final Label names = new Label();

    PanelRow(ExportForm form) {
        this.form = form;
    }

    Node node() {
        Button next = button("Next panel", "export-next-panel");
        next.setOnAction(_ -> form.keepPanel());
        Button back = button("Remove", "export-drop-panel");
        back.setOnAction(_ -> form.dropPanel());
        ComboBox<Integer> columns = new ComboBox<>();
        columns.getItems().setAll(List.of(1, 2, 3));
        columns.setId("export-columns");
        columns.setAccessibleText("panels side by side");
        columns.valueProperty().bindBidirectional(form.columnsProperty());
        Label inARow = new Label("in a row");
        inARow.setMinWidth(Region.USE_PREF_SIZE);
        columns.setMinWidth(Region.USE_PREF_SIZE);
        HBox composing = new HBox(SPACE, back, columns, inARow);
        composing.setAlignment(Pos.CENTER_LEFT);
        CheckBox shared = new CheckBox("one step axis for all");
        shared.setId("export-shared");
        shared.selectedProperty().bindBidirectional(form.sharedProperty());
        names.setId("export-panels");
        names.setWrapText(true);
        names.getStyleClass().add("caption");
        HBox buttons = new HBox(SPACE, next, composing);
        Runnable tell = () -> {
            boolean alone = form.panels().isEmpty();
            composing.setVisible(!alone);
            names.setText(alone ? "" : letters());
            List.of(names, shared).forEach(node -> {
                node.setVisible(!alone);
                node.setManaged(!alone);
            });
        };
        form.panels().addListener((ListChangeListener<FigureContent>) _ -> tell.run());
        form.figureProperty().addListener(_ -> tell.run());
        tell.run();
        return new VBox(SPACE, buttons, names, shared);
    }

    private String letters() {
        List<FigureName> all = Stream.concat(form.panels().stream().map(FigureContent::name),
                Stream.of(form.figureProperty().get())).toList();
        return IntStream.range(0, all.size())
                .mapToObj(i -> "(" + Character.toString('a' + i % 26) + ")\u00a0" + all.get(i).title())
                .collect(Collectors.joining(", "));
    }

    private static Button button(String text, String id) {
        Button button = new Button(text);
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }
}
