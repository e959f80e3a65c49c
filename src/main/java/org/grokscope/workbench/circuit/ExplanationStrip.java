package org.grokscope.workbench.circuit;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.grokscope.figure.CircuitChart;

/** Two sentences about the chart that a person looks at, always in the same place and of the same height. */
final class ExplanationStrip {
    private static final double LINE = 18;

    private final Label title = new Label();
    private final Label text = new Label();
    private final VBox node = new VBox(title, text);

    ExplanationStrip() {
        title.getStyleClass().add("card-title");
        text.setId("circuit-explanation");
        text.getStyleClass().add("circuit-explanation");
        text.setWrapText(true);
        node.getStyleClass().add("circuit-strip");
        // A height that followed the sentences would move the charts at every step.
        text.minHeightProperty().bind(node.widthProperty().map(width -> LINE * lines(width.doubleValue())));
        text.maxHeightProperty().bind(text.minHeightProperty());
        text.setAlignment(Pos.TOP_LEFT);
    }

    /** Returns how many lines the longest sentences need. */
    private static int lines(double width) {
        return width >= 1080 ? 2 : width >= 720 ? 3 : width >= 540 ? 4 : 6;
    }

    Region node() {
        return node;
    }

    void show(CircuitChart chart, String sentences) {
        title.setText("What am I seeing? \u00b7 " + chart.title());
        text.setText(sentences);
        node.setVisible(!sentences.isEmpty());
    }
}
