package org.grokscope.figure;

import java.util.List;
import org.grokscope.measure.Measure;
import org.grokscope.measure.Milestone;
import org.grokscope.measure.Panel;

/**
 * Restricted and excluded loss, with the threshold of restricted sync as a dashed line. Both act on the last block's
 * hidden layer and are analogues of the measures of Nanda et al., which act on the logits.
 */
final class KeyFrequencyPanel extends CurvesPanel {
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
}
