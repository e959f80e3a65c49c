package org.grokscope.workbench.forks;

import java.awt.Shape;
import java.awt.geom.PathIterator;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.shape.SVGPath;
import org.grokscope.figure.WeightDecayColours;
import org.grokscope.figure.WeightDecayShape;

/** The marker that the charts draw for a λ, as a node. */
final class MarkerNode {
    private static final double RADIUS = 4.5;
    private static final double SIDE = 14;

    private MarkerNode() {}

    static Node of(double weightDecay, boolean control) {
        java.awt.Color colour = WeightDecayColours.of(weightDecay, control);
        SVGPath path = new SVGPath();
        path.setContent(svg(WeightDecayShape.of(weightDecay, control).at(0, 0, RADIUS)));
        path.setFill(Color.rgb(colour.getRed(), colour.getGreen(), colour.getBlue()));
        StackPane square = new StackPane(path);
        square.setMinSize(SIDE, SIDE);
        square.setMaxSize(SIDE, SIDE);
        return square;
    }

    private static String svg(Shape shape) {
        StringBuilder svg = new StringBuilder();
        double[] at = new double[6];
        for (PathIterator path = shape.getPathIterator(null); !path.isDone(); path.next()) {
            switch (path.currentSegment(at)) {
                case PathIterator.SEG_MOVETO -> append(svg, 'M', at, 2);
                case PathIterator.SEG_LINETO -> append(svg, 'L', at, 2);
                case PathIterator.SEG_QUADTO -> append(svg, 'Q', at, 4);
                case PathIterator.SEG_CUBICTO -> append(svg, 'C', at, 6);
                default -> svg.append('Z');
            }
        }
        return svg.toString();
    }

    private static void append(StringBuilder svg, char command, double[] numbers, int count) {
        svg.append(command);
        for (int i = 0; i < count; i++) {
            svg.append(String.format(Locale.ROOT, "%.3f ", numbers[i]));
        }
    }
}
