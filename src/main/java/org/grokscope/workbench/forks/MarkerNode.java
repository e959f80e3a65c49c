package org.grokscope.workbench.forks;

import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.shape.SVGPath;
import org.grokscope.figure.WeightDecayColours;
import org.grokscope.figure.WeightDecayShape;
import org.grokscope.workbench.chart.ShapePath;

/** The marker that the charts draw for a λ, as a node. */
final class MarkerNode {
    private static final double RADIUS = 4.5;
    private static final double SIDE = 14;

    private MarkerNode() {}

    static Node of(double weightDecay, boolean control) {
        java.awt.Color colour = WeightDecayColours.of(weightDecay, control);
        SVGPath path = new SVGPath();
        path.setContent(ShapePath.of(WeightDecayShape.of(weightDecay, control).at(0, 0, RADIUS)));
        path.setFill(Color.rgb(colour.getRed(), colour.getGreen(), colour.getBlue()));
        StackPane square = new StackPane(path);
        square.setMinSize(SIDE, SIDE);
        square.setMaxSize(SIDE, SIDE);
        return square;
    }
}
