package org.grokscope.figure;

import org.grokscope.analysis.ForkPool;

/** A chart of a family of branches. */
public final class ForkFigure extends PlotFigure {
    private final ForkPlot plot;

    /** Makes a figure without branches. */
    public ForkFigure(ForkChart kind, FigureStyle style) {
        this(switch (kind) {
            case DELAY -> new DelayPlot(style);
            case NORM -> new NormPlot(style);
            case LOG_LOG -> new LogLogPlot(style);
        }, style);
    }

    private ForkFigure(ForkPlot plot, FigureStyle style) {
        super(plot, style);
        this.plot = plot;
    }

    /** Replaces what is drawn; listeners of the chart hear of it once. */
    public void update(ForkPool pool) {
        plot.show(pool);
        changed();
    }
}
