package org.grokscope.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.grokscope.measure.PairLogits;
import org.grokscope.text.NumberText;
import org.grokscope.text.PlainNumber;
import org.grokscope.text.StepLabel;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;

/** The logits of all answers to one pair; the right answer and the network's are marked. */
final class LogitsPlot extends CircuitPlot {
    private static final RectangleInsets ROOM = new RectangleInsets(0, 46, 42, 18);
    private static final double THICKEST = 12;
    private static final double LABEL_ROOM = 20;

    LogitsPlot(FigureStyle style) {
        super(style, new LabelledAxis(style, false, StepLabel::of),
                new LabelledAxis(style, false, value -> PlainNumber.of(value).replace('-', '\u2212')));
        x().setLabel("answer");
        verticalTitle("logit");
    }

    @Override
    Heading heading(CircuitScene shown) {
        return shown.pair().map(said -> new Heading(
                "Logits for " + shown.task().question(Integer.toString(said.a()), Integer.toString(said.b()))
                        .replace(" mod ", "\u00a0mod\u00a0"),
                List.of(remark(said)), List.of()))
                .orElse(new Heading(CircuitChart.LOGITS.title(), List.of(), List.of()));
    }

    private static String remark(PairLogits said) {
        String sure = ", with " + finePercent(said.probability(said.answer())) + " of the probability";
        return said.answer() == said.right()
                ? "the network answers " + said.answer() + ", which is right" + sure
                : "the network answers " + said.answer() + sure + "; right is " + said.right();
    }

    @Override
    String missing(CircuitScene shown) {
        return shown.pair().isPresent() ? "" : shown.pairWanted() ? READING : "no pair to ask";
    }

    @Override
    RectangleInsets room(Graphics2D g2) {
        return ROOM;
    }

    @Override
    void fit(Graphics2D g2, Rectangle2D data, CircuitScene shown) {
        int p = shown.task().answerCount();
        x().show(-0.5, p - 0.5, List.of(wholeNumbers(p - 1)));
        y().show(0, 1, List.of());
        shown.pair().ifPresent(said -> {
            double least = IntStream.range(0, p).mapToDouble(said::logit).min().orElse(0);
            double most = IntStream.range(0, p).mapToDouble(said::logit).max().orElse(1);
            double lower = Math.min(0, least);
            double upper = Math.max(most, lower + 1e-6);
            double room = LABEL_ROOM / Math.max(2 * LABEL_ROOM, data.getHeight());
            double top = Math.max(0, lower + (upper - lower) / (1 - room));
            y().show(lower, top, List.of(List.of(0.0), LabelledAxis.round(lower, top)));
        });
    }

    @Override
    void draw(Graphics2D g2, Rectangle2D data, CircuitScene shown) {
        shown.pair().ifPresent(said -> drawLogits(g2, data, said));
    }

    private void drawLogits(Graphics2D g2, Rectangle2D data, PairLogits said) {
        double thick = thick(data, said);
        double zero = yOf(0, data);
        for (int answer = 0; answer < said.answers(); answer++) {
            bar(g2, data, said, answer, thick, style().faint(style().muted()));
        }
        if (said.answer() != said.right()) {
            bar(g2, data, said, said.answer(), Math.max(thick, 3), style().validation().colour());
        }
        bar(g2, data, said, said.right(), Math.max(thick, 3), style().synchronization().colour());
        g2.setPaint(style().muted());
        g2.setStroke(new BasicStroke(1f));
        g2.draw(new Line2D.Double(data.getMinX(), zero, data.getMaxX(), zero));
        g2.setFont(style().mediumFont());
        String answered = said.answer() == said.right() ? said.answer() + ", right" : "answers " + said.answer();
        Rectangle2D taken = name(g2, data, said, said.answer(), answered).place(g2);
        name(g2, data, said, said.answer(), answered).draw(g2);
        AlignedText right = name(g2, data, said, said.right(), "right " + said.right());
        Rectangle2D place = right.place(g2);
        double answerBar = xOf(said.answer(), data);
        boolean free = !place.intersects(taken)
                && (answerBar < place.getMinX() - thick || answerBar > place.getMaxX() + thick);
        if (said.answer() != said.right() && free) {
            right.drawClear(g2, style().text(), style().background());
        }
    }

    private void bar(Graphics2D g2, Rectangle2D data, PairLogits said, int answer, double thick, Color colour) {
        g2.setPaint(colour);
        g2.fill(bar(data, said, answer, thick));
    }

    private Rectangle2D bar(Rectangle2D data, PairLogits said, int answer, double thick) {
        double zero = yOf(0, data);
        double end = yOf(said.logit(answer), data);
        return new Rectangle2D.Double(xOf(answer, data) - thick / 2, Math.min(zero, end), thick,
                Math.max(1, Math.abs(end - zero)));
    }

    @Override
    Optional<ChartMark> markAt(Rectangle2D data, double atX, double atY, CircuitScene shown) {
        int answer = (int) Math.round(x().java2DToValue(atX, data, RectangleEdge.BOTTOM));
        return shown.pair().filter(said -> answer >= 0 && answer < said.answers())
                .map(said -> new ChartMark(answer + (answer == said.right() ? ", right" : "") + ": logit "
                        + NumberText.fixed(said.logit(answer), 2) + ", " + finePercent(said.probability(answer))
                        + " of the probability", bar(data, said, answer, thick(data, said) + 3), MarkTarget.ITSELF));
    }

    private static double thick(Rectangle2D data, PairLogits said) {
        return Math.clamp(0.72 * data.getWidth() / said.answers(), 0.8, THICKEST);
    }

    private AlignedText name(Graphics2D g2, Rectangle2D data, PairLogits said, int answer, String text) {
        g2.setPaint(style().text());
        double half = g2.getFontMetrics().stringWidth(text) / 2.0;
        return new AlignedText(text, TextSide.CENTRE,
                Math.clamp(xOf(answer, data), data.getMinX() + half, data.getMaxX() - half),
                Math.min(yOf(0, data), yOf(said.logit(answer), data)) - 9);
    }
}
