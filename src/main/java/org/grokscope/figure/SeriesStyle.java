package org.grokscope.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.List;

/**
 * How a curve is drawn. Colour, dashes and marks all tell curves apart, so that colour never has to do it alone.
 *
 * @param dash lengths of dashes and gaps by turns; empty is a solid line
 * @param mark that comes again along it, on paper
 */
public record SeriesStyle(Color colour, List<Float> dash, CurveMark mark) {
    /** A line without marks. */
    public SeriesStyle(Color colour, List<Float> dash) {
        this(colour, dash, CurveMark.NONE);
    }

    public SeriesStyle {
        dash = List.copyOf(dash);
    }

    /** A solid line. */
    public static SeriesStyle solid(Color colour) {
        return new SeriesStyle(colour, List.of());
    }

    /** A line of dashes and gaps by turns. */
    public static SeriesStyle dashed(Color colour, float dash, float gap) {
        return new SeriesStyle(colour, List.of(dash, gap));
    }

    /** Returns the same style in another colour. */
    SeriesStyle in(Color other) {
        return new SeriesStyle(other, dash, mark);
    }

    /** Returns the pen for a line of this width. On jagged curves round joins would take most of the drawing time. */
    public BasicStroke stroke(float width) {
        if (dash.isEmpty()) {
            return new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_BEVEL);
        }
        float[] lengths = new float[dash.size()];
        for (int i = 0; i < lengths.length; i++) {
            lengths[i] = dash.get(i);
        }
        return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL, 10f, lengths, 0f);
    }
}
