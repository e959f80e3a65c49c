package org.grokscope.workbench.chart;

import java.awt.geom.Rectangle2D;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.fx.ChartCanvas;
import org.jfree.chart.fx.ChartViewer;
import org.jfree.chart.fx.interaction.MouseHandlerFX;

/**
 * The viewer of JFreeChart-FX for a figure, as Grokscope wants it: the chart is drawn into memory, no pointer moves or
 * zooms it by itself, and the menu is ours. It takes the room it is given and asks for none.
 */
public final class FigureViewer extends ChartViewer {
    /** Makes an empty viewer. */
    public FigureViewer() {
        super(null, false);
        ChartCanvas canvas = getCanvas();
        canvas.setManaged(false);
        canvas.removeMouseHandler(canvas.getMouseHandler("pan"));
        canvas.removeMouseHandler(canvas.getMouseHandler("zoom"));
        canvas.removeAuxiliaryMouseHandler(canvas.getMouseHandler("scroll"));
        // Our charts have no entities, and our tooltips are those of the glossary.
        canvas.removeAuxiliaryMouseHandler(canvas.getMouseHandler("tooltip"));
        // It would draw the chart at every click.
        canvas.removeAuxiliaryMouseHandler(canvas.getMouseHandler("anchor"));
        setOnContextMenuRequested(null);
        setFocusTraversable(false);
    }

    /** Shows a chart from its next change on. */
    public void show(JFreeChart chart) {
        if (!(getChart() instanceof BufferedChart shown && shown.drawn() == chart)) {
            setChart(new BufferedChart(chart, getCanvas()));
        }
    }

    /** Returns whether there is any room to draw in. */
    public boolean hasRoom() {
        return getCanvas().getWidth() >= 1 && getCanvas().getHeight() >= 1;
    }

    /** Returns where the plot was drawn last; empty before that. */
    public Rectangle2D plotArea() {
        return getRenderingInfo() == null ? new Rectangle2D.Double() : getRenderingInfo().getPlotInfo().getDataArea();
    }

    /** Lets a handler hear of pointer and wheel on the chart. */
    public void handle(MouseHandlerFX handler) {
        getCanvas().addAuxiliaryMouseHandler(handler);
    }
}
