package org.grokscope.figure;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.grokscope.text.StepLabel;
import org.jspecify.annotations.Nullable;

/** A chart of the network at one checkpoint. */
abstract class CircuitPlot extends CardPlot {
    /** Stands where something is not there yet. */
    static final String READING = "reading\u2026";

    private @Nullable CircuitScene scene;

    CircuitPlot(FigureStyle style, LabelledAxis x, LabelledAxis y) {
        super(style, x, y);
    }

    /** Replaces what is drawn. */
    void show(CircuitScene shown) {
        scene = shown;
    }

    /** Returns what stands above the chart of a scene. */
    abstract Heading heading(CircuitScene shown);

    /** Returns what the scene does not have for this chart, in a word or two; empty when it has all. */
    abstract String missing(CircuitScene shown);

    /** Fits the axes to a plot area. */
    abstract void fit(Graphics2D g2, Rectangle2D data, CircuitScene shown);

    /** Draws a scene over grid and axes. */
    abstract void draw(Graphics2D g2, Rectangle2D data, CircuitScene shown);

    /** Returns the mark of a scene at a place of the plot area, if there is one. */
    Optional<ChartMark> markAt(Rectangle2D data, double atX, double atY, CircuitScene shown) {
        return Optional.empty();
    }

    /** Returns the mark of a scene that stands for something, if there is one. */
    Optional<ChartMark> markOf(Rectangle2D data, MarkTarget target, CircuitScene shown) {
        return Optional.empty();
    }

    @Override
    final Optional<ChartMark> markAt(Rectangle2D data, double atX, double atY) {
        CircuitScene shown = scene;
        return shown == null || !missing(shown).isEmpty() ? Optional.empty() : markAt(data, atX, atY, shown);
    }

    @Override
    final Optional<ChartMark> markOf(Rectangle2D data, MarkTarget target) {
        CircuitScene shown = scene;
        return shown == null || !missing(shown).isEmpty() ? Optional.empty() : markOf(data, target, shown);
    }

    @Override
    final Heading heading(boolean cramped) {
        CircuitScene shown = scene;
        return shown == null ? new Heading("", List.of(), List.of()) : heading(shown);
    }

    @Override
    final boolean fit(Graphics2D g2, Rectangle2D data) {
        CircuitScene shown = scene;
        if (shown != null) {
            fit(g2, data, shown);
        }
        return true;
    }

    @Override
    final void drawContents(Graphics2D g2, Rectangle2D data) {
        CircuitScene shown = scene;
        if (shown == null) {
            return;
        }
        String missing = missing(shown);
        if (missing.isEmpty()) {
            draw(g2, data, shown);
        } else {
            g2.setFont(style().labelFont());
            g2.setPaint(style().muted());
            new AlignedText(missing, TextSide.CENTRE, data.getCenterX(), data.getCenterY()).draw(g2);
        }
    }

    /** Returns round whole numbers from 0 up to label an axis of counts with. */
    static List<Double> wholeNumbers(double upper) {
        return LabelledAxis.round(0, upper).stream().filter(number -> number == Math.rint(number)).toList();
    }

    /** Returns a share as whole percents. */
    static String percent(double share) {
        return Math.round(100 * share) + "%";
    }

    /** Returns a share as percents with one decimal, which never turns nearly all into all. */
    static String finePercent(double share) {
        double percent = Math.floor(1000 * share + 1e-9) / 10;
        return Double.isFinite(share) ? String.format(Locale.ROOT, "%.1f%%", percent) : "\u2014";
    }

    /** Returns a count with its thousands parted. */
    static String count(long count) {
        return StepLabel.of(count);
    }
}
