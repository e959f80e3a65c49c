package org.grokscope.figure;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.Optional;
import org.grokscope.text.StepLabel;
import org.jfree.chart.ui.RectangleInsets;

/** A chart of the network whose drawing needs no axes. */
abstract class BarePlot extends CircuitPlot {
    private static final RectangleInsets ROOM = new RectangleInsets(0, 14, 14, 14);

    private final DrawnMarks drawn = new DrawnMarks();

    BarePlot(FigureStyle style) {
        super(style, new LabelledAxis(style, false, StepLabel::of), new LabelledAxis(style, false, StepLabel::of));
        x().setVisible(false);
        y().setVisible(false);
        setRangeGridlinesVisible(false);
    }

    /** Returns what was drawn last, and what it says. */
    DrawnMarks drawn() {
        return drawn;
    }

    @Override
    Optional<ChartMark> markAt(Rectangle2D data, double atX, double atY, CircuitScene shown) {
        return drawn.at(atX, atY);
    }

    @Override
    RectangleInsets room(Graphics2D g2) {
        return ROOM;
    }
}
