package org.grokscope.workbench;

import java.util.List;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseEvent;

/**
 * Gives the first and the last of three panes their widths, and remembers what a person makes of them. They are kept in
 * pixels, which a split pane only takes as shares of its own width.
 */
final class PaneWidths {
    private static final List<Double> USUAL = List.of(350.0, 292.0);
    private static final double DIVIDERS = 12;
    private static final String DIVIDER = "split-pane-divider";

    private final SplitPane panes;
    private final Node left;
    private final Node right;
    private final ObjectProperty<List<Double>> remembered;

    PaneWidths(SplitPane panes, ObjectProperty<List<Double>> remembered) {
        this.panes = panes;
        this.left = panes.getItems().getFirst();
        this.right = panes.getItems().getLast();
        this.remembered = remembered;
        // On a screen the window has another width at first than it gets, and a split pane that is being laid out does not
        // keep what it is told.
        panes.widthProperty().subscribe(() -> Platform.runLater(this::settle));
        panes.addEventFilter(MouseEvent.MOUSE_RELEASED, this::dropped);
    }

    private double width(int pane) {
        List<Double> widths = remembered.get().size() == USUAL.size() ? remembered.get() : USUAL;
        return widths.get(pane);
    }

    /** Folds the first pane, or the last, or gives it back the width that it had. */
    void fold(boolean first, boolean folded) {
        Node pane = first ? left : right;
        if (folded) {
            panes.getItems().remove(pane);
        } else {
            panes.getItems().add(first ? 0 : panes.getItems().size(), pane);
        }
        Platform.runLater(this::settle);
    }

    private void settle() {
        if (panes.getWidth() <= 0) {
            return;
        }
        boolean both = panes.getItems().contains(left) && panes.getItems().contains(right);
        if (both) {
            place(width(0), width(1));
        } else if (panes.getItems().contains(left)) {
            panes.setDividerPositions(width(0) / panes.getWidth());
        } else {
            panes.setDividerPositions(1 - width(1) / panes.getWidth());
        }
    }

    /** Where the window is too narrow for what they should have, both give some of it to the pane between them. */
    private void place(double wantedLeft, double wantedRight) {
        double free = panes.getWidth() - panes.getItems().get(1).minWidth(-1) - DIVIDERS;
        double share = Math.min(1, free / (wantedLeft + wantedRight));
        double leftWidth = Math.max(left.minWidth(-1), wantedLeft * share);
        double rightWidth = Math.max(right.minWidth(-1), wantedRight * share);
        List<Node> dividers = List.copyOf(panes.lookupAll("." + DIVIDER));
        if (dividers.size() < USUAL.size()) {
            return;
        }
        dividers.getFirst().getStyleClass().setAll(DIVIDER, "left");
        dividers.getLast().getStyleClass().setAll(DIVIDER, "right");
        panes.setDividerPositions(leftWidth / panes.getWidth(), 1 - rightWidth / panes.getWidth());
    }

    /** Dividers also move when the window changes its size, which is nobody's choice: only a drag is. */
    private void dropped(MouseEvent event) {
        if (event.getTarget() instanceof Node node && node.getStyleClass().contains(DIVIDER)) {
            double[] positions = panes.getDividerPositions();
            if (positions.length < USUAL.size()) {
                return;
            }
            remembered.set(List.of(positions[0] * panes.getWidth(), (1 - positions[1]) * panes.getWidth()));
        }
    }
}
