package org.grokscope.workbench.compare;

import javafx.scene.control.Label;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/** Tells how wide words are in the table, whose letters have the size that a person chose. */
final class Ruler {
    private static final double HEAD_SIZE = 0.923;
    private static final double CELL_PADDING = 18;
    /** What the toolkit keeps to itself in the head of a column. */
    private static final double HEAD_RESERVE = 8;

    private final Label label = new Label();

    Ruler() {
        label.getStyleClass().add("table-cell");
        label.setManaged(false);
        label.setVisible(false);
    }

    /** Returns what must stand beside the table to be written as its cells are; nobody sees it. */
    Label node() {
        return label;
    }

    /** Returns the size of the letters in pixels. */
    double size() {
        return label.getFont().getSize();
    }

    /** Returns how wide the head of a column has to be for a text, in pixels. */
    double head(String text) {
        return width(text, HEAD_SIZE * size()) + HEAD_RESERVE;
    }

    /** Returns how wide a cell has to be for a text, in pixels. */
    double cell(String text) {
        return width(text, size());
    }

    private static double width(String text, double size) {
        Text measured = new Text(text);
        measured.setFont(Font.font("Inter Medium", size));
        return Math.ceil(measured.getLayoutBounds().getWidth()) + CELL_PADDING;
    }
}
