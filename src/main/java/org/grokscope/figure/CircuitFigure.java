package org.grokscope.figure;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.OptionalInt;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;

/**
 * A chart of the network at one checkpoint. It draws alike on any {@link Graphics2D}. Not safe for use by several
 * threads.
 */
public final class CircuitFigure {
    private final FigureStyle style;
    private final CircuitPlot plot;
    private final JFreeChart chart;

    /** Makes a figure that shows nothing yet. */
    public CircuitFigure(CircuitChart kind, FigureStyle style) {
        this.style = style;
        this.plot = switch (kind) {
            case EMBEDDING_POWER -> new EmbeddingPowerPlot(style);
            case NEURONS -> new NeuronsPlot(style);
            case CIRCLE -> new CirclePlot(style);
            case RANKS -> new RanksPlot(style);
            case ABLATION -> new AblationPlot(style);
            case ATTENTION -> new AttentionPlot(style);
            case LOGITS -> new LogitsPlot(style);
        };
        this.chart = CleanChart.of(plot, style);
    }

    /** Returns the chart, to be shown or exported. */
    public JFreeChart chart() {
        return chart;
    }

    /** Returns the figure's style. */
    public FigureStyle style() {
        return style;
    }

    /** Replaces what is drawn; listeners of the chart hear of it once. */
    public void update(CircuitScene scene) {
        plot.show(scene);
        chart.fireChartChanged();
    }

    /** Returns what the figure says in words, for those who do not see it. */
    public String words() {
        Heading heading = plot.heading(true);
        return heading.title() + ". " + String.join(". ", heading.remarks());
    }

    /** Draws the figure; returns where the plot area is. */
    public Rectangle2D draw(Graphics2D g2, Rectangle2D area) {
        ChartRenderingInfo info = new ChartRenderingInfo(null);
        chart.draw(g2, area, null, info);
        return info.getPlotInfo().getDataArea();
    }

    /** Returns the frequency at a place of a drawing whose plot is in this area, where the chart has one there. */
    public OptionalInt frequencyAt(Rectangle2D plotArea, double x, double y) {
        return plotArea.contains(x, y) ? plot.frequencyAt(plotArea, x) : OptionalInt.empty();
    }
}
