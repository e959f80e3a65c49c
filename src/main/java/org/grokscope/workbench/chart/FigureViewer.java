package org.grokscope.workbench.chart;

import java.awt.geom.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.image.Image;
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

    /** Lays something over the chart that the pointer goes through; it has the chart's coordinates. */
    public void lay(Node over) {
        over.setManaged(false);
        over.setMouseTransparent(true);
        getChildren().add(over);
    }

    /** Returns a part of the chart as it was drawn last, to be laid over it. */
    public ImageView part(Rectangle2D area) {
        Image picture = memory.getImage();
        double scale = picture == null ? 1 : picture.getWidth() / memory.getFitWidth();
        ImageView part = new ImageView(picture);
        part.setViewport(new javafx.geometry.Rectangle2D(area.getX() * scale, area.getY() * scale,
                area.getWidth() * scale, area.getHeight() * scale));
        part.setFitWidth(area.getWidth());
        part.setFitHeight(area.getHeight());
        part.relocate(area.getX(), area.getY());
        return part;
    }

    /** Takes away what was laid over the chart. */
    public void take(Node over) {
        getChildren().remove(over);
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
