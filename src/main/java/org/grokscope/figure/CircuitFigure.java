package org.grokscope.figure;

import java.awt.geom.Rectangle2D;
import java.util.Optional;
import java.util.OptionalInt;

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

    /** Returns the frequency at a place of a drawing whose plot is in this area, where the chart has one there. */
    public OptionalInt frequencyAt(Rectangle2D plotArea, double x, double y) {
        return plotArea.contains(x, y) ? plot.frequencyAt(plotArea, x) : OptionalInt.empty();
    }

    /** Returns the part of the network at a place of a drawing whose plot is in this area, where the chart has one there. */
    public Optional<String> partAt(Rectangle2D plotArea, double x, double y) {
        return plotArea.contains(x, y) ? plot.partAt(plotArea, y) : Optional.empty();
    }

    /** Returns the pair at a place of a drawing whose plot is in this area, where the chart has one there. */
    public Optional<CircleScene.Pair> pairAt(Rectangle2D plotArea, double x, double y) {
        return plotArea.contains(x, y) ? plot.pairAt(plotArea, x, y) : Optional.empty();
    }
}
