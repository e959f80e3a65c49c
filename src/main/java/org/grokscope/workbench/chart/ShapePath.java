package org.grokscope.workbench.chart;

import java.awt.Shape;
import java.awt.geom.PathIterator;
import java.util.Locale;

/** Says a shape of Java2D as JavaFX reads paths. */
public final class ShapePath {
    private ShapePath() {}

    /** Returns the content of an SVG path. */
    public static String of(Shape shape) {
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
