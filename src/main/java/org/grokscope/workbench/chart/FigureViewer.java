package org.grokscope.workbench.chart;

import java.awt.geom.Rectangle2D;
import javafx.scene.image.ImageView;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.fx.ChartCanvas;
import org.jfree.chart.fx.ChartViewer;
import org.jfree.chart.fx.interaction.MouseHandlerFX;

/**
 * The viewer of JFreeChart-FX for a figure, as Grokscope wants it: the chart is drawn into memory, no pointer moves or
 * zooms it by itself, and the menu is ours. It takes the room it is given and asks for none.
 */
public final class FigureViewer extends ChartViewer {
    /** Lies under the canvas and shows what was drawn. */
    private final ImageView memory = new ImageView();

    /** Makes an empty viewer. */
    public FigureViewer() {
        super(null, false);
        memory.setManaged(false);
        memory.setMouseTransparent(true);
        memory.setSmooth(false);
        getChildren().addFirst(memory);
        ChartCanvas canvas = getCanvas();
        // It stays clear, and hears of pointer and wheel; to lay it over the view would cost a pass over all its pixels.
        canvas.setOpacity(0);
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
            setChart(new BufferedChart(chart, getCanvas(), memory));
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
