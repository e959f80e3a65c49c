package org.grokscope.workbench.newrun;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Map;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** A field of the dialog: its label, the control, and to the right what may stand in it or what is wrong with it. */
final class FieldRow {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final double FIELD_WIDTH = 168;

    private final NewRunField field;
    private final String hint;
    private final Control control;
    private final Label remark = new Label();

    private FieldRow(NewRunField field, String hint, Control control) {
        this.field = field;
        this.hint = hint;
        this.control = control;
        control.setId("new-run-" + field.setting());
        control.setPrefWidth(FIELD_WIDTH);
        control.setMinWidth(FIELD_WIDTH);
        control.setMaxWidth(FIELD_WIDTH);
        remark.setId("new-run-" + field.setting() + "-remark");
        remark.getStyleClass().add("remark");
        remark.setWrapText(true);
        remark.setMinHeight(Region.USE_PREF_SIZE);
    }

    /** A field that is typed into. */
    static FieldRow text(NewRunField field, StringProperty value, String hint) {
        TextField control = new TextField();
        control.textProperty().bindBidirectional(value);
        return new FieldRow(field, hint, control);
    }

    /** A field that is chosen. */
    static FieldRow choice(NewRunField field, StringProperty value, String hint, List<String> choices) {
        ComboBox<String> control = new ComboBox<>(FXCollections.observableArrayList(choices));
        control.valueProperty().bindBidirectional(value);
        return new FieldRow(field, hint, control);
    }

    /** A field that is typed into or chosen. */
    static FieldRow suggested(NewRunField field, StringProperty value, String hint, List<String> choices) {
        ComboBox<String> control = new ComboBox<>(FXCollections.observableArrayList(choices));
        control.setEditable(true);
        control.setValue(value.get());
        control.getEditor().textProperty().bindBidirectional(value);
        control.getEditor().setId("new-run-" + field.setting() + "-text");
        return new FieldRow(field, hint, control);
    }

    Control control() {
        return control;
    }

    /** Adds the row to a grid of three columns. */
    void addTo(GridPane grid, int row) {
        Label label = new Label(field.label());
        label.getStyleClass().add("field-label");
        label.setMinWidth(Region.USE_PREF_SIZE);
        label.setLabelFor(control);
        grid.addRow(row, label, control, remark);
    }

    /** Returns the parts of the row, to be hidden and shown. */
    List<Node> parts(GridPane grid) {
        Integer row = GridPane.getRowIndex(control);
        return grid.getChildren().stream().filter(node -> row.equals(GridPane.getRowIndex(node))).toList();
    }

    /** Says what is wrong, or else what may stand in the field. */
    void mark(Map<NewRunField, String> problems) {
        @Nullable
        String problem = problems.get(field);
        control.pseudoClassStateChanged(Styles.STATE_DANGER, problem != null);
        remark.pseudoClassStateChanged(WRONG, problem != null);
        remark.setText(problem == null ? hint : problem);
        control.setAccessibleHelp(remark.getText());
    }
}
