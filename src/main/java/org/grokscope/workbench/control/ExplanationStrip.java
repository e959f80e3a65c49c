package org.grokscope.workbench.control;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Two sentences about what a person looks at, always in the same place and of the same height. */
public final class ExplanationStrip {
    private static final double LINE = 18;
    private static final double LETTER = 6.6;
    private static final double PADDING = 32;

    private final Label title = new Label();
    private final Label text = new Label();
    private final VBox node = new VBox(title, text);

    /**
     * Makes an empty strip.
     *
     * @param id of the sentences
     * @param longest how many letters the sentences have at most
     */
    public ExplanationStrip(String id, int longest) {
        title.getStyleClass().add("card-title");
        text.setId(id);
        text.getStyleClass().add("explanation");
        text.setWrapText(true);
        node.getStyleClass().add("explanation-strip");
        // A height that followed the sentences would move the charts at every step.
        text.minHeightProperty().bind(node.widthProperty()
                .map(width -> LINE * Math.ceil(longest * LETTER / Math.max(LETTER, width.doubleValue() - PADDING))));
        text.maxHeightProperty().bind(text.minHeightProperty());
        text.setAlignment(Pos.TOP_LEFT);
    }

    /** Returns the node to place in a view. */
    public Region node() {
        return node;
    }

    /**
     * Shows sentences; none hide the strip.
     *
     * @param about what they are about; empty where that is plain
     */
    public void show(String about, String sentences) {
        title.setText("What am I seeing?" + (about.isEmpty() ? "" : " \u00b7 " + about));
        text.setText(sentences);
        node.setVisible(!sentences.isEmpty());
    }
}
