package org.grokscope.figure;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.grokscope.analysis.FamilyBranch;
import org.grokscope.analysis.ForkPool;
import org.grokscope.measure.BranchOutcome;
import org.grokscope.measure.LawCell;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;

/** A chart of branches under its heading. */
abstract class ForkPlot extends CardPlot {
    private static final RectangleInsets ROOM = new RectangleInsets(0, 52, 42, 18);

    private final DrawnMarks drawn = new DrawnMarks();
    private ForkPool pool = ForkPool.EMPTY;

    ForkPlot(FigureStyle style, LabelledAxis x, LabelledAxis y) {
        super(style, x, y);
    }

    /** Replaces what is drawn. */
    void show(ForkPool branches) {
        pool = branches;
    }

    ForkPool pool() {
        return pool;
    }

    /** Returns what was drawn last, and what it says. */
    DrawnMarks drawn() {
        return drawn;
    }

    /** Returns the branches of a λ. */
    List<FamilyBranch> branches(LawCell cell, Class<? extends BranchOutcome> outcome) {
        return pool.branches().stream().filter(it -> it.weightDecay() == cell.weightDecay())
                .filter(it -> outcome.isInstance(it.outcome())).toList();
    }

    /** Remembers the marker of the branches of a λ that grokked. */
    void mark(LawCell cell, double atX, double atY) {
        List<FamilyBranch> grokked = branches(cell, BranchOutcome.Grokked.class);
        drawn.add(BranchWords.of(cell, grokked), ring(atX, atY), BranchWords.target(grokked));
    }

    /** Remembers the marker of the branches of a λ that have not grokked. */
    void markOpen(LawCell cell, double atX, double atY) {
        List<FamilyBranch> open = branches(cell, BranchOutcome.NotGrokked.class);
        drawn.add(BranchWords.open(cell, open), ring(atX, atY), BranchWords.target(open));
    }

    /** Returns a ring around a marker. */
    static Ellipse2D ring(double atX, double atY) {
        double radius = ForkMarker.RADIUS + 3;
        return new Ellipse2D.Double(atX - radius, atY - radius, 2 * radius, 2 * radius);
    }

    @Override
    Optional<ChartMark> markAt(Rectangle2D data, double atX, double atY) {
        return drawn.at(atX, atY);
    }

    @Override
    Optional<ChartMark> markOf(Rectangle2D data, MarkTarget target) {
        return drawn.of(target);
    }

    /** Says how many branches belong to no cell of the law, if some do. */
    Optional<String> leftOut() {
        int count = pool.leftOut();
        return count == 0
                ? Optional.empty()
                : Optional.of(count + (count == 1 ? " branch changes" : " branches change")
                        + " more than \u03bb and draw and " + (count == 1 ? "is" : "are") + " left out");
    }

    @Override
    RectangleInsets room(Graphics2D g2) {
        return ROOM;
    }

    /** Draws a function of x as a dashed line inside an area. */
    void drawCurve(Graphics2D g2, Rectangle2D data, Rectangle2D inside, DoubleUnaryOperator function) {
        Path2D curve = curve(data, function);
        Shape clip = g2.getClip();
        g2.clip(inside);
        g2.setPaint(style().muted());
        g2.setStroke(new BasicStroke(1.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10f, new float[]{5f, 4f}, 0f));
        g2.draw(curve);
        g2.setClip(clip);
    }

    /** Returns a function of x, in steps of a pixel. */
    Path2D curve(Rectangle2D data, DoubleUnaryOperator function) {
        Path2D curve = new Path2D.Double();
        for (double at = data.getMinX(); at <= data.getMaxX(); at++) {
            double value = function.applyAsDouble(x().java2DToValue(at, data, RectangleEdge.BOTTOM));
            double height = yOf(value, data);
            if (Double.isFinite(height)) {
                double bounded = Math.clamp(height, data.getMinY() - 1e4, data.getMaxY() + 1e4);
                if (curve.getCurrentPoint() == null) {
                    curve.moveTo(at, bounded);
                } else {
                    curve.lineTo(at, bounded);
                }
            }
        }
        return curve;
    }

    /** Returns a number with two decimals and a proper minus. */
    static String decimals(double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%.2f", value).replace('-', '\u2212') : "\u2014";
    }
}
