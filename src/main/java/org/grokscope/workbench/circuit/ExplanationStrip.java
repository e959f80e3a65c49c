package org.grokscope.workbench.circuit;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.grokscope.figure.CircuitChart;

/** Two sentences about the chart that a person looks at, always in the same place and of the same height. */
final class ExplanationStrip {
    private static final double WIDE = 900;
    private static final double WIDE_HEIGHT = 38;
    private static final double NARROW_HEIGHT = 74;
    private static final double NARROWEST_HEIGHT = 110;
    private static final double NARROW = 560;

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
        text.minHeightProperty().bind(node.widthProperty().map(width -> width.doubleValue() >= WIDE
                ? WIDE_HEIGHT
                : width.doubleValue() >= NARROW ? NARROW_HEIGHT : NARROWEST_HEIGHT));
        text.maxHeightProperty().bind(text.minHeightProperty());
        text.setAlignment(javafx.geometry.Pos.TOP_LEFT);
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
