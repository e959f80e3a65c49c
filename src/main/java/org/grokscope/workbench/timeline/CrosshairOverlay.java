package org.grokscope.workbench.timeline;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import org.grokscope.figure.CurveDot;
import org.grokscope.figure.TimelineGeometry;
import org.jfree.chart.ChartPanel;
import org.jfree.chart.fx.ChartCanvas;
import org.jfree.chart.fx.overlay.OverlayFX;
import org.jfree.chart.panel.AbstractOverlay;

/**
 * Crosshair and cursor, as lines over the chart, with a dot where the crosshair meets a curve. Each is painted on a strip
 * as wide as itself, which lies over the chart's canvas: moving one draws no chart, and no other pixel of the window.
 */
final class CrosshairOverlay extends AbstractOverlay implements OverlayFX {
    private static final double OVERHANG = 4;
    private static final double RADIUS = 3;
    private static final BasicStroke THIN = line(1);
    private static final BasicStroke CURSOR = line(1.5f);
    /** Keeps the cursor apart from the dark heat map. */
    private static final BasicStroke HALO = line(4.5f);

    private final Supplier<Optional<TimelineGeometry>> geometry;
    private final IntFunction<List<CurveDot>> dots;
    private final BooleanSupplier dark;
    private final LineStrip crosshair = new LineStrip(this::drawCrosshair);
    private final LineStrip cursor = new LineStrip(this::drawCursor);
    private final Pane strips = new Pane(crosshair.node(), cursor.node());

    /**
     * @param geometry where the chart was drawn last
     * @param dots where its curves stand at a step
     */
    CrosshairOverlay(Supplier<Optional<TimelineGeometry>> geometry, IntFunction<List<CurveDot>> dots,
            BooleanSupplier dark) {
        this.geometry = geometry;
        this.dots = dots;
        this.dark = dark;
        strips.setMouseTransparent(true);
    }

    /** Returns what is to lie over the chart. */
    Node node() {
        return strips;
    }

    /** Moves both lines, each to a step or to {@link TimelineModel#NONE}. */
    void show(int crosshairStep, int cursorStep) {
        crosshair.moveTo(crosshairStep, geometry.get());
        cursor.moveTo(cursorStep, geometry.get());
    }

    /** The chart was drawn, perhaps elsewhere: the strips follow, and leave the canvas as it is. */
    @Override
    public void paintOverlay(Graphics2D g2, ChartCanvas canvas) {
        crosshair.paint(geometry.get());
        cursor.paint(geometry.get());
    }

    /** JavaFX draws no panel of Swing. */
    @Override
    public void paintOverlay(Graphics2D g2, ChartPanel panel) {
        throw new UnsupportedOperationException("There is no Swing here.");
    }

    private void drawCrosshair(Graphics2D g2, TimelineGeometry drawn, int step, double x) {
        draw(g2, drawn, x, THIN, dark.getAsBoolean() ? new Color(0x64748B) : new Color(0x94A3B8));
        g2.setStroke(THIN);
        for (CurveDot dot : dots.apply(step)) {
            Ellipse2D disc = new Ellipse2D.Double(dot.x() - RADIUS, dot.y() - RADIUS, 2 * RADIUS, 2 * RADIUS);
            g2.setPaint(dot.colour());
            g2.fill(disc);
            g2.setPaint(dark.getAsBoolean() ? new Color(0x111827) : Color.WHITE);
            g2.draw(disc);
        }
    }

    private void drawCursor(Graphics2D g2, TimelineGeometry drawn, int step, double x) {
        draw(g2, drawn, x, HALO, dark.getAsBoolean() ? new Color(0x99111827, true) : new Color(0x99FFFFFF, true));
        draw(g2, drawn, x, CURSOR, dark.getAsBoolean() ? new Color(0x8AB4FF) : new Color(0x1D4ED8));
    }

    /** Draws a line through every panel; the title lines between them stay readable. */
    private static void draw(Graphics2D g2, TimelineGeometry drawn, double x, BasicStroke stroke, Color colour) {
        g2.setStroke(stroke);
        g2.setPaint(colour);
        for (Rectangle2D panel : drawn.panels()) {
            g2.draw(new Line2D.Double(x, panel.getMinY() - OVERHANG, x, panel.getMaxY() + OVERHANG));
        }
    }

    private static BasicStroke line(float width) {
        return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);
    }
}
