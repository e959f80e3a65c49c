package org.grokscope.workbench.chart;

import java.awt.Graphics2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.stage.Screen;
import javafx.stage.Window;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.fx.ChartCanvas;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.fx.FXGraphics2D;
import org.jspecify.annotations.Nullable;

/**
 * The chart of a canvas of JFreeChart-FX that is drawn when it says that it changed, by Java2D and into memory, which a view
 * under the canvas shows. All else that lets the canvas draw (an overlay, another size) leaves this memory as it is. The
 * canvas by itself would record every line of the chart again and again, and take two to five times as long. For use on
 * the JavaFX thread.
 */
public final class BufferedChart extends JFreeChart {
    private final JFreeChart drawn;
    private final ChartCanvas canvas;
    private final ImageView view;
    private @Nullable ChartBuffer buffer;
    private ChartRenderingInfo place = new ChartRenderingInfo(null);
    private boolean changed;

    /**
     * Makes one that shows another chart, as soon as that one changes.
     *
     * @param canvas whose chart this will be
     * @param view lies under the canvas and shows the memory
     */
    BufferedChart(JFreeChart drawn, ChartCanvas canvas, ImageView view) {
        super(null, DEFAULT_TITLE_FONT, drawn.getPlot(), false);
        this.drawn = drawn;
        this.canvas = canvas;
        this.view = view;
        drawn.addChangeListener(_ -> {
            changed = true;
            fireChartChanged();
        });
    }

    /** Returns the chart that is drawn into memory. */
    public JFreeChart drawn() {
        return drawn;
    }

    /**
     * Returns the pixels that it was drawn on last.
     *
     * @throws IllegalStateException when it was not drawn yet
     */
    Image image() {
        ChartBuffer memory = buffer;
        if (memory == null) {
            throw new IllegalStateException("This chart was not drawn yet.");
        }
        return memory.image();
    }

    @Override
    public void draw(Graphics2D g2, Rectangle2D area, @Nullable Point2D anchor, @Nullable ChartRenderingInfo info) {
        if (!(g2 instanceof FXGraphics2D)) {
            drawn.draw(g2, area, anchor, info);
            return;
        }
        if (changed) {
            changed = false;
            paint(area);
        }
        if (info != null) {
            tellPlace(info);
        }
    }

    private void paint(Rectangle2D area) {
        double scale = screenScale();
        ChartBuffer memory = buffer;
        if (memory == null || !memory.fits(area.getWidth(), area.getHeight(), scale)) {
            memory = new ChartBuffer(area.getWidth(), area.getHeight(), scale);
            buffer = memory;
        }
        ChartRenderingInfo now = new ChartRenderingInfo(null);
        memory.paint(g2 -> drawn.draw(g2, area, null, now));
        memory.show(view);
        place = now;
    }

    /** The canvas asks anew at every drawing where the chart is. */
    private void tellPlace(ChartRenderingInfo info) {
        info.setChartArea(place.getChartArea());
        PlotRenderingInfo from = place.getPlotInfo();
        PlotRenderingInfo to = info.getPlotInfo();
        to.setPlotArea(from.getPlotArea());
        to.setDataArea(from.getDataArea());
        for (int i = 0; i < from.getSubplotCount(); i++) {
            to.addSubplotInfo(from.getSubplotInfo(i));
        }
    }

    /** A canvas has the pixels of the finest of all screens, wherever its window is. */
    private double screenScale() {
        Scene scene = canvas.getScene();
        Window window = scene == null ? null : scene.getWindow();
        double scale = window == null ? 1 : Math.max(window.getRenderScaleX(), window.getRenderScaleY());
        for (Screen screen : Screen.getScreens()) {
            scale = Math.max(scale, Math.max(screen.getOutputScaleX(), screen.getOutputScaleY()));
        }
        return scale;
    }
}
