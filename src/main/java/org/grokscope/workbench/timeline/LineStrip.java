package org.grokscope.workbench.timeline;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import org.grokscope.figure.TimelineGeometry;
import org.jfree.fx.FXGraphics2D;

/**
 * A canvas a few pixels wide that carries a vertical line at a step. Only the pixels under it are drawn anew when it moves;
 * a canvas as large as the chart would have all of the chart's pixels composed again.
 */
final class LineStrip {
    /** As far as anything reaches to either side of the line, in pixels. */
    private static final int REACH = 5;

    /** Draws what belongs to a step, in the coordinates of the chart. */
    interface Drawing {
        /** @param x where the line is */
        void draw(Graphics2D g2, TimelineGeometry drawn, int step, double x);
    }

    private final Drawing drawing;
    private final Canvas canvas = new Canvas(2 * REACH + 1, 0);
    private int step = TimelineModel.NONE;

    LineStrip(Drawing drawing) {
        this.drawing = drawing;
        canvas.setManaged(false);
        canvas.setVisible(false);
    }

    /** Returns the node to place over the chart. */
    Node node() {
        return canvas;
    }

    /** Moves it to a step, or to {@link TimelineModel#NONE}. */
    void moveTo(int wanted, Optional<TimelineGeometry> geometry) {
        if (wanted != step) {
            step = wanted;
            paint(geometry);
        }
    }

    /** Paints it where its step was drawn; where its step is out of view, it is not to be seen. */
    void paint(Optional<TimelineGeometry> geometry) {
        Optional<TimelineGeometry> within = geometry
                .filter(drawn -> step != TimelineModel.NONE && drawn.visible().contains(step));
        canvas.setVisible(within.isPresent());
        within.ifPresent(this::paint);
    }

    private void paint(TimelineGeometry drawn) {
        double column = Math.floor(drawn.xOf(step));
        canvas.setHeight(Math.ceil(drawn.plotArea().getMaxY()) + REACH);
        canvas.setLayoutX(column - REACH);
        GraphicsContext context = canvas.getGraphicsContext2D();
        context.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        context.save();
        FXGraphics2D g2 = new FXGraphics2D(context);
        g2.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g2.translate(REACH - column, 0);
        // Half a pixel off, so that a line one pixel wide covers one column and not two halves.
        drawing.draw(g2, drawn, step, column + 0.5);
        context.restore();
    }
}
