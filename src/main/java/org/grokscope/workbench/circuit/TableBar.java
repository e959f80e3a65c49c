package org.grokscope.workbench.circuit;

import java.util.function.UnaryOperator;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.grokscope.figure.TableLook;

/** How the table of all pairs is shown. */
final class TableBar {
    private final CircuitModel model;
    private final HBox node;

    TableBar(CircuitModel model) {
        this.model = model;
        CheckBox margins = box("circuit-margins", "margin", look -> new TableLook(!look.margins(), look.byAnswer()));
        CheckBox byAnswer = box("circuit-by-answer", "sort by answer",
                look -> new TableLook(look.margins(), !look.byAnswer()));
        model.tableProperty().subscribe(look -> {
            margins.setSelected(look.margins());
            byAnswer.setSelected(look.byAnswer());
        });
        this.node = new HBox(margins, byAnswer);
        node.getStyleClass().add("circuit-table-bar");
    }

    private CheckBox box(String id, String text, UnaryOperator<TableLook> change) {
        CheckBox box = new CheckBox(text);
        box.setId(id);
        box.setMinWidth(Region.USE_PREF_SIZE);
        box.setOnAction(_ -> model.tableProperty().set(change.apply(model.tableProperty().get())));
        return box;
    }

    Region node() {
        return node;
    }
}
