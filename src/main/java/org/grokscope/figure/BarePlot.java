package org.grokscope.figure;

import java.awt.Graphics2D;
import org.grokscope.text.StepLabel;
import org.jfree.chart.ui.RectangleInsets;

/** A chart of the network whose drawing needs no axes. */
abstract class BarePlot extends CircuitPlot {
    private static final RectangleInsets ROOM = new RectangleInsets(0, 14, 14, 14);

    BarePlot(FigureStyle style) {
        super(style, new LabelledAxis(style, false, StepLabel::of), new LabelledAxis(style, false, StepLabel::of));
        x().setVisible(false);
        y().setVisible(false);
        setRangeGridlinesVisible(false);
    }

    @Override
    RectangleInsets room(Graphics2D g2) {
        return ROOM;
    }
}
