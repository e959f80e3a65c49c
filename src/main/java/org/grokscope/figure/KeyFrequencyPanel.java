package org.grokscope.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.grokscope.measure.Measure;
import org.grokscope.measure.Milestone;
import org.grokscope.measure.Panel;
import org.grokscope.measure.Thresholds;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.ui.Layer;

/**
 * Restricted and excluded loss, with the threshold of restricted sync as a dashed line. Both act on the last block's
 * hidden layer and are analogues of the measures of Nanda et al., which act on the logits.
 */
final class KeyFrequencyPanel extends CurvesPanel {
    private double threshold = Thresholds.PAPER.restrictedLoss();

    KeyFrequencyPanel(FigureStyle style) {
        super(Panel.KEY_FREQUENCY_LOSS, style, Panels.axis(Measure.Scale.LOG, style),
                List.of(Quantity.of(Measure.EXCLUDED_LOSS, SeriesStyle.dashed(style.norm().colour(), 7f, 2f), false),
                        Quantity.of(Measure.RESTRICTED_LOSS, restricted(style), true)),
                Panels.fit(Measure.Scale.LOG));
    }

    /** The colour of its milestone. */
    private static SeriesStyle restricted(FigureStyle style) {
        return SeriesStyle.solid(style.milestones().getOrDefault(Milestone.RESTRICTED_SYNC, style.text()));
    }

    @Override
    void show(List<TimelineRun> runs) {
        threshold = TimelineRun.primaryOf(runs).map(run -> run.history().head().configuration().thresholds())
                .orElse(Thresholds.PAPER).restrictedLoss();
        clearRangeMarkers();
        SeriesStyle level = level(runs);
        addRangeMarker(new ValueMarker(threshold, level.colour(), level.stroke(1.2f)), Layer.BACKGROUND);
        super.show(runs);
    }

    @Override
    List<KeyEntry> keyOf(List<TimelineRun> runs) {
        List<KeyEntry> entries = new ArrayList<>(super.keyOf(runs));
        entries.add(new KeyEntry.Line(String.format(Locale.ROOT, "synced at %.1f nats", threshold), level(runs), 1.2f));
        return entries;
    }

    /** The colour of the restricted loss, unless runs have colours of their own. */
    private SeriesStyle level(List<TimelineRun> runs) {
        return SeriesStyle.dashed(
                style().page() && runs.size() > 1 ? style().muted() : restricted(style()).colour(), 5f, 3f);
    }
}
