package org.grokscope.figure;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.grokscope.measure.Measure;
import org.grokscope.measure.Panel;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.NumberTickUnitSource;
import org.jfree.chart.axis.TickUnits;
import org.jfree.chart.axis.ValueAxis;

/** Makes the plot of each panel; those that show measures and nothing else follow from the table of measures. */
final class Panels {
    private Panels() {}

    static PanelPlot of(Panel panel, FigureStyle style) {
        return switch (panel) {
            case FSD -> new SynchronizationPanel(style);
            case EMBEDDING_POWER -> new EmbeddingPanel(style);
            case KEY_FREQUENCY_LOSS -> new KeyFrequencyPanel(style);
            case WEIGHT_NORM_BY_GROUP -> new NormGroupsPanel(style);
            default -> new CurvesPanel(panel, style, axis(scale(panel), style), quantities(panel, style),
                    fit(scale(panel)));
        };
    }

    private static Measure.Scale scale(Panel panel) {
        return Measure.of(panel).getFirst().scale();
    }

    /** The last measure of a panel leads: other runs show it as a full line. */
    private static List<Quantity> quantities(Panel panel, FigureStyle style) {
        List<Measure> measures = Measure.of(panel).stream().filter(Measure::curve).toList();
        return IntStream.range(0, measures.size()).mapToObj(
                i -> Quantity.of(measures.get(i), style.curve(measures.get(i)), i == measures.size() - 1)).toList();
    }

    static ValueAxis axis(Measure.Scale scale, FigureStyle style) {
        return switch (scale) {
            case SHARE -> new RoomyAxis(style, quarters(), format("0%"), false);
            case DEGREE -> new RoomyAxis(style, quarters(), format("0.##"), false);
            case AMOUNT, SIGNED -> new RoomyAxis(style, new NumberTickUnitSource(false), format("#,##0.##"), false);
            case LOG -> new DecadeAxis(style);
        };
    }

    private static TickUnits quarters() {
        TickUnits units = new TickUnits();
        units.add(new NumberTickUnit(0.25));
        units.add(new NumberTickUnit(0.5));
        units.add(new NumberTickUnit(1));
        return units;
    }

    static CurvesPanel.Fit fit(Measure.Scale scale) {
        return switch (scale) {
            case SHARE -> (range, curves) -> range.setRange(-0.02, 1.03);
            case DEGREE -> Panels::fitDegree;
            case AMOUNT -> Panels::fitFromZero;
            case SIGNED -> Panels::fitAround;
            case LOG -> Panels::fitDecades;
        };
    }

    /** 0 to 1; inactive neurons can push the FSD below 0, and then the axis follows. */
    private static void fitDegree(ValueAxis axis, Curves curves) {
        double lower = Double.isFinite(curves.least()) ? Math.min(0, Math.floor(curves.least() * 10) / 10) : 0;
        axis.setRange(lower - 0.02, 1.03);
    }

    private static void fitFromZero(ValueAxis axis, Curves curves) {
        double greatest = curves.greatest() > 0 ? curves.greatest() : 100;
        axis.setRange(-0.02 * greatest, 1.06 * greatest);
    }

    private static void fitAround(ValueAxis axis, Curves curves) {
        boolean empty = curves.least() > curves.greatest();
        double low = empty ? -1 : Math.min(0, curves.least());
        double high = empty ? 1 : Math.max(0, curves.greatest());
        double room = 0.06 * Math.max(high - low, 1e-3);
        axis.setRange(low - room, high + room);
    }

    private static void fitDecades(ValueAxis axis, Curves curves) {
        boolean empty = curves.least() > curves.greatest();
        double low = empty ? -2 : Math.min(-1, Math.floor(Math.log10(curves.least())));
        double high = empty ? 1 : Math.max(1, Math.log10(curves.greatest()) + 0.1);
        axis.setRange(Math.pow(10, low - 0.05), Math.pow(10, high));
    }

    private static DecimalFormat format(String pattern) {
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT));
    }
}
