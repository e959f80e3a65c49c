package org.grokscope.figure;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.grokscope.measure.Evaluation;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.NumberTickUnitSource;
import org.jfree.chart.axis.TickUnits;
import org.jfree.chart.axis.ValueAxis;

/** Makes the plot of each panel. */
final class Panels {
    private static final double LEAST_LOSS = 1e-9;

    private Panels() {}

    static PanelPlot of(TimelinePanel panel, FigureStyle style) {
        return switch (panel) {
            case ACCURACY -> accuracy(style);
            case LOSS -> loss(style);
            case FSD -> new SynchronizationPanel(style);
            case EMBEDDING_POWER -> new EmbeddingPanel(style);
            case RANK -> fromZero(TimelinePanel.RANK, style, true,
                    evaluation -> evaluation.synchronization().medianRank(), style.rank());
            case KEY_FREQUENCY_LOSS -> new KeyFrequencyPanel(style, Panels::fitDecades);
            case WEIGHT_NORM -> fromZero(TimelinePanel.WEIGHT_NORM, style, false,
                    evaluation -> evaluation.weightNorm().total(), style.norm());
        };
    }

    private static PanelPlot accuracy(FigureStyle style) {
        TickUnits units = new TickUnits();
        units.add(new NumberTickUnit(0.25));
        units.add(new NumberTickUnit(0.5));
        units.add(new NumberTickUnit(1));
        RoomyAxis axis = new RoomyAxis(style, units, format("0%"), false);
        return new CurvesPanel(TimelinePanel.ACCURACY, style, axis,
                List.of(new Quantity("train", evaluation -> evaluation.performance().trainAccuracy(), style.train(),
                        false),
                        new Quantity("validation", evaluation -> evaluation.performance().validationAccuracy(),
                                style.validation(), true)),
                (range, curves) -> range.setRange(-0.02, 1.03));
    }

    private static PanelPlot loss(FigureStyle style) {
        return new CurvesPanel(TimelinePanel.LOSS, style, new DecadeAxis(style),
                List.of(new Quantity("train", evaluation -> positive(evaluation.performance().trainLoss()),
                        style.train(), false),
                        new Quantity("validation", evaluation -> positive(evaluation.performance().validationLoss()),
                                style.validation(), true)),
                Panels::fitDecades);
    }

    /** A loss of exactly 0 has no place on a logarithmic axis; it stands at its foot. */
    static double positive(double loss) {
        return Math.max(loss, LEAST_LOSS);
    }

    private static void fitDecades(ValueAxis axis, Curves curves) {
        boolean empty = curves.least() > curves.greatest();
        double low = empty ? -2 : Math.min(-1, Math.floor(Math.log10(curves.least())));
        double high = empty ? 1 : Math.max(1, Math.log10(curves.greatest()) + 0.1);
        axis.setRange(Math.pow(10, low - 0.05), Math.pow(10, high));
    }

    private static PanelPlot fromZero(TimelinePanel panel, FigureStyle style, boolean whole,
            ToDoubleFunction<Evaluation> value, SeriesStyle curve) {
        RoomyAxis axis = new RoomyAxis(style, new NumberTickUnitSource(whole), format("#,##0.##"), false);
        return new CurvesPanel(panel, style, axis, List.of(new Quantity(panel.shortTitle(), value, curve, true)),
                Panels::fitFromZero);
    }

    private static void fitFromZero(ValueAxis axis, Curves curves) {
        double greatest = curves.greatest() > 0 ? curves.greatest() : 100;
        axis.setRange(-0.02 * greatest, 1.06 * greatest);
    }

    private static DecimalFormat format(String pattern) {
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT));
    }
}
