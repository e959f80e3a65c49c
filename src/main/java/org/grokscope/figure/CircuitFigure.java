package org.grokscope.figure;

/** A chart of the network at one checkpoint. */
public final class CircuitFigure extends PlotFigure {
    private final CircuitPlot plot;

    /** Makes a figure that shows nothing yet. */
    public CircuitFigure(CircuitChart kind, FigureStyle style) {
        this(switch (kind) {
            case EMBEDDING_POWER -> new EmbeddingPowerPlot(style);
            case NEURONS -> new NeuronsPlot(style);
            case CIRCLE -> new CirclePlot(style);
            case RANKS -> new RanksPlot(style);
            case PHASES -> new PhasesPlot(style);
            case LOTTERY -> new LotteryPlot(style);
            case ABLATION -> new AblationPlot(style);
            case ATTENTION -> new AttentionPlot(style);
            case LOGITS -> new LogitsPlot(style);
            case PAIRS -> new PairsPlot(style);
        }, style);
    }

    private CircuitFigure(CircuitPlot plot, FigureStyle style) {
        super(plot, style);
        this.plot = plot;
    }

    /** Replaces what is drawn; listeners of the chart hear of it once. */
    public void update(CircuitScene scene) {
        plot.show(scene);
        changed();
    }
}
