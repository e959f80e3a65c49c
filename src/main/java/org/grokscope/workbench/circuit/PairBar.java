package org.grokscope.workbench.circuit;

import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.grokscope.run.RunHistory;
import org.grokscope.settings.TaskSettings;
import org.grokscope.workbench.control.FieldMarks;

/** The fields for the pair that the network is asked. */
final class PairBar {
    private static final double FIELD_WIDTH = 58;

    private final CircuitModel model;
    private final TextField first;
    private final TextField second;
    private final StringProperty firstProblem = new SimpleStringProperty("");
    private final StringProperty secondProblem = new SimpleStringProperty("");
    private final Label sign = new Label();
    private final Label modulus = new Label();
    private final Label problem = new Label();
    private final VBox node;

    PairBar(CircuitModel model) {
        this.model = model;
        this.first = field("circuit-a", "a", model.firstProperty());
        this.second = field("circuit-b", "b", model.secondProperty());
        FieldMarks marks = new FieldMarks();
        marks.mark(first, firstProblem);
        marks.mark(second, secondProblem);
        HBox row = new HBox(name("a", first), first, sign, name("b", second), second, modulus);
        row.getStyleClass().add("circuit-pair");
        row.setAlignment(Pos.CENTER_LEFT);
        problem.setId("circuit-pair-problem");
        problem.getStyleClass().add("fork-problem");
        problem.setWrapText(true);
        problem.setMinHeight(Region.USE_PREF_SIZE);
        this.node = new VBox(row, problem);
        node.getStyleClass().add("circuit-pair-bar");
    }

    Region node() {
        return node;
    }

    private static TextField field(String id, String name, StringProperty typed) {
        TextField field = new TextField();
        field.setId(id);
        field.setAccessibleText("Operand " + name);
        field.setPrefWidth(FIELD_WIDTH);
        field.setMinWidth(FIELD_WIDTH);
        field.textProperty().bindBidirectional(typed);
        return field;
    }

    private static Label name(String text, TextField field) {
        Label name = new Label(text);
        name.getStyleClass().add("circuit-operand");
        name.setLabelFor(field);
        return name;
    }

    /** Marks what is wrong with what was typed. */
    void show() {
        model.runProperty().get().map(RunHistory::head).ifPresent(head -> {
            TaskSettings task = head.configuration().task();
            Optional<String> between = task.operation().sign();
            sign.setText(between.orElse(","));
            modulus.setText(task.group().present()
                    ? "in " + task.group()
                    : (between.isPresent() ? "" : task.operation().expression("a", "b") + " ") + "mod " + task.p());
        });
        PairField a = model.field(true);
        PairField b = model.field(false);
        firstProblem.set(a.problem());
        secondProblem.set(b.problem());
        problem.setText(a.problem().isEmpty() ? b.problem() : a.problem());
        problem.setVisible(!problem.getText().isEmpty());
        problem.setManaged(problem.isVisible());
    }
}
