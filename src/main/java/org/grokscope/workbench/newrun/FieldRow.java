package org.grokscope.workbench.newrun;

import java.util.List;
import java.util.Map;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import org.grokscope.settings.Setting;
import org.grokscope.settings.SettingType;
import org.grokscope.workbench.control.FieldMarks;

/** A field of the dialog: its label, the control, and to the right what may stand in it or what is wrong with it. */
final class FieldRow {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final double FIELD_WIDTH = 168;

    private final String name;
    private final Label label;
    private final String hint;
    private final Control control;
    private final Label remark = new Label();
    private final StringProperty problem = new SimpleStringProperty("");

    private FieldRow(String name, String label, String hint, Control control) {
        this.name = name;
        this.label = new Label(label);
        this.hint = hint;
        this.control = control;
        control.setId("new-run-" + name);
        control.setPrefWidth(FIELD_WIDTH);
        control.setMinWidth(FIELD_WIDTH);
        control.setMaxWidth(FIELD_WIDTH);
        remark.setId("new-run-" + name + "-remark");
        remark.getStyleClass().add("remark");
        remark.setWrapText(true);
        remark.setMinHeight(Region.USE_PREF_SIZE);
    }

    /** A setting's field: typed into, chosen, or either. */
    static FieldRow of(Setting<?> setting, StringProperty value) {
        String hint = setting.help() + (setting.unless().isEmpty() ? "" : "; blank: " + setting.unless());
        return new FieldRow(setting.name(), setting.label(), hint, control(setting, value));
    }

    private static Control control(Setting<?> setting, StringProperty value) {
        if (setting.type() instanceof SettingType.OneOf<?> choices) {
            ComboBox<String> control = new ComboBox<>(FXCollections.observableArrayList(choices.labels()));
            control.valueProperty().bindBidirectional(value);
            return control;
        }
        if (setting.suggestions().isEmpty()) {
            return textField(value);
        }
        ComboBox<String> control = new ComboBox<>(FXCollections.observableArrayList(setting.suggestions()));
        control.setEditable(true);
        control.setValue(value.get());
        control.getEditor().textProperty().bindBidirectional(value);
        control.getEditor().setId("new-run-" + setting.name() + "-text");
        return control;
    }

    /** The field of a setting that must be said. */
    static FieldRow asked(Setting<?> setting, StringProperty value) {
        return new FieldRow(setting.name(), setting.label(), setting.help(), control(setting, value));
    }

    /** A field of no setting. */
    static FieldRow of(String name, String label, String hint, Control control) {
        return new FieldRow(name, label, hint, control);
    }

    /** The field for what people will call the run, in which the suggested name is seen. */
    static FieldRow name(StringProperty value, ObservableValue<String> suggested) {
        TextField control = textField(value);
        control.promptTextProperty().bind(suggested);
        return new FieldRow(Plan.NAME, "Name", "blank: the name shown in the field", control);
    }

    private static TextField textField(StringProperty value) {
        TextField control = new TextField();
        control.textProperty().bindBidirectional(value);
        return control;
    }

    Control control() {
        return control;
    }

    /** Adds the row to a grid of three columns, and its control to what is marked when it is wrong. */
    void addTo(GridPane grid, int row, FieldMarks marks) {
        marks.mark(control, problem);
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
    void mark(Map<String, String> problems) {
        problem.set(problems.getOrDefault(name, ""));
        remark.pseudoClassStateChanged(WRONG, !problem.get().isEmpty());
        remark.setText(problem.get().isEmpty() ? hint : problem.get());
        control.setAccessibleHelp(remark.getText());
    }
}
