package org.grokscope.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.grokscope.measure.Measure;
import org.grokscope.measure.Panel;
import org.grokscope.measure.Thresholds;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.ui.Layer;

/** The FSD with its ceiling as a dashed line, and the 95% band of its null hypothesis where that was measured. */
final class SynchronizationPanel extends CurvesPanel {
    private boolean hasBand;
    private double ceiling = Thresholds.PAPER.ceilingFsd();

    SynchronizationPanel(FigureStyle style) {
        super(Panel.FSD, style, Panels.axis(Measure.FSD.scale(), style),
                List.of(Quantity.of(Measure.FSD, style.curve(Measure.FSD), true)), Panels.fit(Measure.FSD.scale()));
        // Behind everything, where otherwise the dataset that only carries the grid is.
        setRenderer(0, new BandRenderer(style.ground()), false);
    }

    @Override
    void show(List<TimelineRun> runs) {
        Curves band = new Curves();
        ceiling = TimelineRun.primaryOf(runs).map(run -> run.history().head().configuration().thresholds())
                .orElse(Thresholds.PAPER).ceilingFsd();
        TimelineRun.primaryOf(runs)
                .ifPresent(run -> band.add(run.drawn(), evaluation -> evaluation.value(Measure.FSD_NULL_95)));
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
