package org.grokscope.figure;

import java.util.ArrayList;
import java.util.List;
import org.grokscope.measure.Measure;
import org.grokscope.measure.Panel;

/** The FSD with its ceiling as a dashed line, and the 95% band of its null hypothesis where that was measured. */
final class SynchronizationPanel extends CurvesPanel {
    private boolean hasBand;

    SynchronizationPanel(FigureStyle style) {
        super(Panel.FSD, style, Panels.axis(Measure.FSD.scale(), style),
                List.of(Quantity.of(Measure.FSD, style.curve(Measure.FSD), true)), Panels.fit(Measure.FSD.scale()));
        // Behind everything, where otherwise the dataset that only carries the grid is.
        setRenderer(0, new BandRenderer(style.ground()), false);
    }

    @Override
    void show(List<TimelineRun> runs) {
        Curves band = new Curves();
        TimelineRun.primaryOf(runs)
                .ifPresent(run -> band.add(run.drawn(), evaluation -> evaluation.value(Measure.FSD_NULL_95)));
        hasBand = band.least() <= band.greatest();
        setDataset(0, band);
        super.show(runs);
    }

    @Override
    CurveAxis plotted() {
        CurveAxis drawn = super.plotted();
        List<CurveAxis.Curve> curves = new ArrayList<>(drawn.curves());
        if (hasBand) {
            curves.addFirst(curve(curves.getLast().run(), "null band, 95%", 0, SeriesStyle.solid(style().muted()),
                    0.5f * PRIMARY_WIDTH, getDataset(0)));
        }
        return new CurveAxis(drawn.title(), drawn.logarithmic(), drawn.low(), drawn.high(), curves, drawn.levels(),
                false);
    }

    @Override
    List<KeyEntry> keyOf(List<TimelineRun> runs) {
        List<KeyEntry> entries = new ArrayList<>(keyOfLevels());
        if (hasBand) {
            entries.add(new KeyEntry.Area("null band, 95%", style().ground()));
        }
        return entries;
    }
}
