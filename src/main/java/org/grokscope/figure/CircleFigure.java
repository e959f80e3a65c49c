package org.grokscope.figure;

import java.awt.geom.Rectangle2D;
import java.util.OptionalInt;

/** The tokens on one plane as they move while a run trains. */
public final class CircleFigure extends PlotFigure {
    private final MovingCirclePlot plot;

    /** Makes a figure that shows nothing yet. */
    public CircleFigure(FigureStyle style) {
        this(new MovingCirclePlot(style), style);
    }

    private CircleFigure(MovingCirclePlot plot, FigureStyle style) {
        super(plot, style);
        this.plot = plot;
    }

    /** Replaces what is drawn; listeners of the chart hear of it once. */
    public void update(CircleScene scene) {
        plot.show(scene);
        changed();
    }

    /** Shows that there is no circle. */
    public void stepAside() {
        plot.stepAside();
        changed();
    }

    /** Names the token under the pointer. */
    public void point(OptionalInt token) {
        plot.point(token);
        changed();
    }

    /**
     * Replaces what is drawn.
     *
     * @param lit whether the circle stands out, because its frequency is pointed at
     */
    public void show(CircleScene scene, boolean lit) {
        plot.light(lit);
        update(scene);
    }

    /** Returns the token at a place of a drawing whose plot is in this area, where there is one. */
    public OptionalInt tokenAt(Rectangle2D plotArea, double x, double y) {
        return plotArea.contains(x, y) ? plot.tokenAt(plotArea, x, y) : OptionalInt.empty();
    }
}
