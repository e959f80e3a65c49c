package org.grokscope.workbench.timeline;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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

    /**
     * Shows an evaluation; takes the size it needs.
     *
     * @param power of the frequency that is pointed at
     */
    void show(Evaluation evaluation, String peak, Optional<ReadOutLine> power, boolean checkpoint) {
        title.setText("Step " + StepLabel.of(evaluation.step()) + (checkpoint ? " · checkpoint" : ""));
        List<ReadOutLine> content = Stream.concat(ReadOutLine.of(evaluation, peak).stream(), power.stream()).toList();
        // The same labels say other words: new ones would have to be styled at every move of the pointer.
        while (lines.getRowCount() < content.size()) {
            lines.addRow(lines.getRowCount(), label("read-out-label"), label("read-out-value"), label("read-out-more"));
        }
        int next = 0;
        for (ReadOutLine line : content) {
            for (String words : List.of(line.label(), line.value(), line.more())) {
                ((Label) lines.getChildren().get(next++)).setText(words);
            }
        }
        for (int i = 0; i < lines.getChildren().size(); i++) {
            lines.getChildren().get(i).setVisible(i < next);
            lines.getChildren().get(i).setManaged(i < next);
        }
        applyCss();
        autosize();
    }

    private static Label label(String styleClass) {
        Label label = new Label();
        label.getStyleClass().add(styleClass);
        return label;
    }
}
