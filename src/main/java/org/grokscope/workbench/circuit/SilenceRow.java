package org.grokscope.workbench.circuit;

import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/** Measures the accuracy without each part when somebody asks for it, because it takes long; then it is not there any more. */
final class SilenceRow {
    private SilenceRow() {}

    static HBox of(CircuitModel model, String id, String text, String tip) {
        Button button = new Button(text);
        button.setId(id);
        button.setTooltip(new Tooltip(tip));
        button.setOnAction(_ -> model.ablationProperty().set(true));
        HBox row = new HBox(button);
        row.visibleProperty().bind(model.ablationProperty().not());
        row.managedProperty().bind(row.visibleProperty());
        return row;
    }
}
