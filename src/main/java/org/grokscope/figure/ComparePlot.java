package org.grokscope.figure;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.grokscope.analysis.ComparedCurve;
import org.grokscope.analysis.Comparison;
import org.grokscope.measure.Measure;
import org.jfree.chart.ui.RectangleInsets;

/** One measure of several runs over the steps before or after what they are aligned at. */
final class ComparePlot extends CardPlot {
    private static final RectangleInsets ROOM = new RectangleInsets(0, 52, 42, 22);
    private static final double LEAST_HEIGHT = 130;
    private static final float MANY = 1.2f;
    private static final float FEW = 1.7f;
    private static final int CROWD = 8;

    private final Measure measure;
    private final ComparedCurves curves;

    ComparePlot(Measure measure, FigureStyle style) {
        this(measure, new ComparedCurves(measure, style), style);
    }

    private ComparePlot(Measure measure, ComparedCurves curves, FigureStyle style) {
        super(style, curves.x(), curves.y());
        verticalTitle(measure.axisTitle());
        this.measure = measure;
        this.curves = curves;
    }

    /**
     * Replaces what is drawn.
     *
     * @param looks of the curves, one each
     */
    void show(Comparison comparison, List<SeriesStyle> looks) {
        curves.show(comparison, looks);
        x().setLabel(comparison.alignment().axis());
    }

    private List<ComparedCurve> drawn() {
        return curves.comparison().curves();
    }

    @Override
    Heading heading(boolean cramped) {
        List<String> notes = curves.notes();
        if (curves.unmeasured()) {
            notes.add("not measured in these runs");
        }
        return new Heading(measure.chartTitle(), curves.remarks(), notes,
                cramped && !style().page() ? List.of() : key());
    }

    private List<KeyEntry> key() {
        List<KeyEntry> key = new ArrayList<>();
        drawn().forEach(curve -> key.add(new KeyEntry.Line(curve.label(), curves.look(curve), width())));
        if (curves.marksGrokking()) {
            key.add(curves.grokkedKey());
        }
        return key;
    }

    @Override
    RectangleInsets room(Graphics2D g2) {
        return ROOM;
    }

    @Override
    boolean fit(Graphics2D g2, Rectangle2D data) {
        curves.fit();
        return data.getHeight() >= LEAST_HEIGHT;
    }

    @Override
    void drawContents(Graphics2D g2, Rectangle2D data) {
        curves.draw(g2, data, drawn(), width());
    }

    @Override
    Optional<ChartMark> markAt(Rectangle2D data, double atX, double atY) {
        return CurvePointer.nearest(drawn(), it -> curves.pointer(data, it), atX, atY)
                .map(curve -> mark(data, curve, curves.wordsAt(data, curve, atX)));
    }

    @Override
    Optional<ChartMark> markOf(Rectangle2D data, MarkTarget target) {
        return drawn().stream().filter(curve -> ComparedCurves.meets(curve, target)).findFirst()
                .map(curve -> mark(data, curve, ""));
    }

    private ChartMark mark(Rectangle2D data, ComparedCurve curve, String more) {
        return new ChartMark(curve.label() + more, curves.pointer(data, curve).outline(),
                ComparedCurves.target(curve));
    }

    private float width() {
        return drawn().size() > CROWD ? MANY : FEW;
    }
}
