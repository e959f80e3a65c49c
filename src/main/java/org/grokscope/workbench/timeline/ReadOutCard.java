package org.grokscope.workbench.timeline;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.grokscope.measure.Evaluation;
import org.grokscope.text.StepLabel;

/** The card beside the pointer: what was measured at the crosshair. */
final class ReadOutCard extends VBox {
    private static final double GAP = 14;

    private final Label title = new Label();
    private final GridPane lines = new GridPane(GAP, 3);

    ReadOutCard() {
        getStyleClass().add("read-out");
        title.getStyleClass().add("read-out-title");
        getChildren().addAll(title, lines);
        setManaged(false);
        setMouseTransparent(true);
        setVisible(false);
    }

    /** Shows an evaluation; takes the size it needs. */
    void show(Evaluation evaluation, boolean checkpoint) {
        title.setText("Step " + StepLabel.of(evaluation.step()) + (checkpoint ? " · checkpoint" : ""));
        lines.getChildren().clear();
        List<ReadOutLine> content = ReadOutLine.of(evaluation);
        for (int row = 0; row < content.size(); row++) {
            ReadOutLine line = content.get(row);
            lines.addRow(row, label(line.label(), "read-out-label"), label(line.value(), "read-out-value"),
                    label(line.more(), "read-out-more"));
        }
        applyCss();
        autosize();
    }

    private static Label label(String text, String styleClass) {
        Label label = new Label(text);
        label.getStyleClass().add(styleClass);
        return label;
    }
}
