package org.grokscope.figure;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.grokscope.measure.Thresholds;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.TickUnits;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.ui.Layer;

/** The FSD with its ceiling as a dashed line, and the 95% band of its null hypothesis where that was measured. */
final class SynchronizationPanel extends CurvesPanel {
    private boolean hasBand;
    private double ceiling = Thresholds.PAPER.ceilingFsd();

    SynchronizationPanel(FigureStyle style) {
        super(TimelinePanel.FSD, style, axis(style), List.of(new Quantity("FSD",
                evaluation -> evaluation.synchronization().fsd(), style.synchronization(), true)),
                SynchronizationPanel::fit);
        // Behind everything, where otherwise the dataset that only carries the grid is.
        setRenderer(0, new BandRenderer(style.ground()), false);
    }

    private static ValueAxis axis(FigureStyle style) {
        TickUnits units = new TickUnits();
        units.add(new NumberTickUnit(0.25));
        units.add(new NumberTickUnit(0.5));
        units.add(new NumberTickUnit(1));
        return new RoomyAxis(style, units, new DecimalFormat("0.##", DecimalFormatSymbols.getInstance(Locale.ROOT)),
                false);
    }

    /** 0 to 1; inactive neurons can push the FSD below 0, and then the axis follows. */
    private static void fit(ValueAxis axis, Curves curves) {
        double lower = Double.isFinite(curves.least()) ? Math.min(0, Math.floor(curves.least() * 10) / 10) : 0;
        axis.setRange(lower - 0.02, 1.03);
    }

    @Override
    void show(List<TimelineRun> runs) {
        Curves band = new Curves();
        ceiling = TimelineRun.primaryOf(runs).map(run -> run.history().head().configuration().thresholds())
                .orElse(Thresholds.PAPER).ceilingFsd();
        TimelineRun.primaryOf(runs)
                .ifPresent(run -> band.add(run.drawn(), evaluation -> evaluation.synchronization().fsdNull95()));
        hasBand = band.least() <= band.greatest();
        setDataset(0, band);
        clearRangeMarkers();
        SeriesStyle level = level(runs);
        addRangeMarker(new ValueMarker(ceiling, level.colour(), level.stroke(1.2f)), Layer.BACKGROUND);
        super.show(runs);
    }

    @Override
    List<KeyEntry> keyOf(List<TimelineRun> runs) {
        List<KeyEntry> entries = new ArrayList<>();
        entries.add(new KeyEntry.Line(String.format(Locale.ROOT, "ceiling %.2f", ceiling),
                level(runs), 1.2f));
        if (hasBand) {
            entries.add(new KeyEntry.Area("null band, 95%", style().ground()));
        }
        return entries;
    }

    /** The colour of the curve, unless runs have colours of their own. */
    private SeriesStyle level(List<TimelineRun> runs) {
        return SeriesStyle.dashed(
                style().page() && runs.size() > 1 ? style().muted() : style().synchronization().colour(), 5f, 3f);
    }
}
