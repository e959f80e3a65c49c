package org.grokscope.figure;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.grokscope.measure.EmbeddingCircle;
import org.grokscope.task.Task;
import org.jspecify.annotations.Nullable;

/** The tokens of one checkpoint on the cosine–sine plane of the chosen frequency, as large as there is room. */
final class CirclePlot extends BarePlot {
    /** Stands where a group's elements turn on no circle. */
    static final String NO_CIRCLE = "no circle: the elements of this group have irreps, not frequencies";

    private @Nullable EmbeddingCircle circle;

    CirclePlot(FigureStyle style) {
        super(style);
    }

    @Override
    void show(CircuitScene shown) {
        super.show(shown);
        circle = shown.task().basis().circular() ? shown.embedding().circle(shown.frequency()) : null;
    }

    @Override
    Heading heading(CircuitScene shown) {
        int k = shown.frequency();
        if (!shown.task().basis().circular()) {
            return new Heading(CircuitChart.CIRCLE.title(), List.of(), List.of());
        }
        return new Heading(CircuitChart.CIRCLE.title() + ": k\u00a0=\u00a0" + k,
                List.of("cosine\u2013sine plane; " + colours(k, shown.task())), List.of());
    }

    /** Says what the colours are. */
    static String colours(int k, Task task) {
        return "colour: " + task.basis().turnFormula(k, "a");
    }

    @Override
    String missing(CircuitScene shown) {
        if (!shown.task().basis().circular()) {
            return NO_CIRCLE;
        }
        return circle == null || !(circle.radius() > 0) ? "the tokens have no extent here" : "";
    }

    @Override
    void fit(Graphics2D g2, Rectangle2D data, CircuitScene shown) {
        // It has no axes.
    }

    @Override
    void draw(Graphics2D g2, Rectangle2D data, CircuitScene shown) {
        EmbeddingCircle points = circle;
        if (points != null) {
            new CircleDrawing(style(), points, data).draw(g2);
        }
    }
}
