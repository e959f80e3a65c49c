package org.grokscope.workbench.compare;

import javafx.scene.Node;
import javafx.scene.paint.Color;
import javafx.scene.shape.Line;
import javafx.scene.shape.StrokeLineCap;
import org.grokscope.figure.SeriesStyle;

/** A piece of a curve as the chart draws it. */
final class CurveSample {
    static final double WIDTH = 18;

    private CurveSample() {}

    static Node of(SeriesStyle style) {
        java.awt.Color colour = style.colour();
        Line line = new Line(0, 0, WIDTH, 0);
        line.setStroke(Color.rgb(colour.getRed(), colour.getGreen(), colour.getBlue()));
        line.setStrokeWidth(2);
        line.setStrokeLineCap(StrokeLineCap.BUTT);
        style.dash().forEach(length -> line.getStrokeDashArray().add(length.doubleValue()));
        return line;
    }
}
