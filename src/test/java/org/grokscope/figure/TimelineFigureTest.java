package org.grokscope.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.grokscope.measure.Evaluation;
import org.grokscope.measure.Measure;
import org.grokscope.measure.Panel;
import org.grokscope.run.GrokPrediction;
import org.grokscope.run.RunEvent;
import org.grokscope.run.RunHistory;
import org.grokscope.run.RunState;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.ui.RectangleEdge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimelineFigureTest {
    private static final int WIDTH = 820;
    private static final int HEIGHT = 660;
    private static final FigureStyle STYLE = FigureStyle.LIGHT;

    private final TimelineFigure figure = new TimelineFigure(STYLE, Panel.DEFAULT);

    @Test
    void theCeilingLineStandsAtTheThresholdOfTheRun() {
        BufferedImage image = draw(SampleHistories.empty(), false);
        int y = (int) Math.floor(yOf(1, 0.80));
        int green = STYLE.synchronization().colour().getRGB();
        assertThat(near(image, y, green) + near(image, y - 1, green) + near(image, y + 1, green)).isGreaterThan(300);
        assertThat(near(image, y - 6, green) + near(image, y + 6, green)).isZero();
    }

    @Test
    void aGhostStandsWhereGrokkingIsExpectedAndItsIntervalIsPointedAt() {
        GrokGhost ghost = GrokGhost.of(new GrokPrediction(1000, 2000, 3177, 5000), 2, false);
        figure.ghosts(List.of(ghost));
        draw(SampleHistories.grokked(), false);
        double y = geometry().panels().getFirst().getMinY() + 10;
        assertThat(figure.ghostAt(geometry().xOf(2100), y)).contains(ghost);
        assertThat(figure.ghostAt(geometry().xOf(1900), y)).isEmpty();
        assertThat(ghost.label()).isEqualTo("\u03bb 2 \u2248\u20093,180");
        assertThat(ghost.words()).isEqualTo("As of step 1,000, it is expected to grok with \u03bb = 2 at step 3,177; "
                + "the 90% interval runs from 2,000 to 5,000.");
    }

    @Test
    void aRowOfTheHeatMapIsItsFrequency() {
        draw(SampleHistories.grokked(), false);
        Rectangle2D row = figure.rowOf(8).orElseThrow();
        assertThat(figure.frequencyAt(row.getCenterX(), row.getCenterY())).hasValue(8);
        assertThat(figure.frequencyAt(row.getCenterX(), geometry().panels().getFirst().getCenterY())).isEmpty();
        assertThat(figure.rowOf(0)).isEmpty();
    }

    @Test
    void aDotStandsWhereEachCurveIsAtAStep() {
        RunHistory history = SampleHistories.grokked();
        draw(history, false);
        Evaluation evaluation = history.evaluations().get(20);
        List<CurveDot> dots = figure.dotsAt(2000);
        assertThat(dots).allSatisfy(dot -> assertThat(dot.x()).isCloseTo(geometry().xOf(2000), within(1e-6)));
        assertThat(dots).extracting(CurveDot::y).anySatisfy(
                y -> assertThat(y).isCloseTo(yOf(0, evaluation.value(Measure.TRAIN_ACCURACY)), within(1e-6)))
                .anySatisfy(y -> assertThat(y).isCloseTo(yOf(1, evaluation.value(Measure.FSD)), within(1e-6)));
        assertThat(figure.dotsAt(2050)).as("between two evaluations nothing was measured").isEmpty();
    }

    @Test
    void theStrongestFrequencyHasTheColourOfItsShare() {
        RunHistory history = SampleHistories.grokked();
        BufferedImage image = draw(history, false);
        Evaluation evaluation = history.evaluations().get(70);
        int x = (int) geometry().xOf(7000);
        assertThat(image.getRGB(x, (int) yOf(2, 8)))
                .isEqualTo(HeatColours.rgb(evaluation.embeddingPower().share(8), 0.5));
        assertThat(image.getRGB(x, (int) yOf(2, 14)))
                .isEqualTo(HeatColours.rgb(evaluation.embeddingPower().share(14), 0.5));
    }

    @Test
    void theHeatMapEndsWhereTheCurvesDo() {
        BufferedImage image = draw(SampleHistories.live(1600), false);
        int y = (int) yOf(2, 8);
        assertThat(image.getRGB((int) geometry().xOf(1590), y)).isNotEqualTo(STYLE.background().getRGB());
        assertThat(image.getRGB((int) geometry().xOf(1620), y)).isEqualTo(STYLE.background().getRGB());
    }

    @Test
    void aSingleEvaluationIsADotInEveryCurvePanel() {
        BufferedImage image = draw(SampleHistories.live(0), false);
        int x = (int) geometry().xOf(0) + 1;
        Evaluation first = SampleHistories.live(0).evaluations().getFirst();
        assertThat(image.getRGB(x, (int) yOf(0, first.value(Measure.VALIDATION_ACCURACY))))
                .isEqualTo(STYLE.validation().colour().getRGB());
        assertThat(image.getRGB(x, (int) yOf(3, first.value(Measure.WEIGHT_NORM))))
                .isEqualTo(STYLE.norm().colour().getRGB());
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 560, 820, 1400, 2500})
    void milestoneLabelsNeverOverlap(int width) {
        List<Evaluation> evaluations = IntStream.rangeClosed(0, 80)
                .mapToObj(i -> SampleHistories.evaluation(100 * i, i >= 3 ? 1 : 0, i >= 4 && i < 9 ? 1 : 0.1,
                        i >= 3 ? 0.9 : 0.1))
                .toList();
        draw(SampleHistories.of(evaluations, 100, RunState.FINISHED), false, width, 500);
        List<MilestoneFlags.Flag> flags = figure.flags();
        assertThat(flags).hasSize(4);
        for (MilestoneFlags.Flag one : flags) {
            assertThat(new Rectangle2D.Double(0, 0, width, 500).contains(one.bounds())).isTrue();
            assertThat(flags).filteredOn(other -> other != one && other.bounds().intersects(one.bounds())).isEmpty();
        }
    }

    @Test
    void milestonesOutOfSightHaveNoLabel() {
        List<TimelineRun> runs = List.of(TimelineRun.primary(SampleHistories.grokked(), Color.BLUE));
        figure.update(runs, new StepRange(2000, 5000), false);
        paint(WIDTH, HEIGHT);
        assertThat(figure.flags()).extracting(MilestoneFlags.Flag::label).containsExactly("grokked 4,000");
    }

    @Test
    void decadesAreEquallyWideOnALogarithmicAxis() {
        draw(SampleHistories.grokked(), true);
        TimelineGeometry geometry = geometry();
        assertThat(geometry.xOf(2000) - geometry.xOf(200)).isCloseTo(geometry.xOf(8000) - geometry.xOf(800),
                within(1e-6));
        assertThat(geometry.stepAt(geometry.xOf(1700))).isCloseTo(1700, within(1e-6));
    }

    @Test
    void panelsAreAlignedWhateverTheirLabels() {
        draw(SampleHistories.grokked(), false);
        assertThat(geometry().panels()).extracting(Rectangle2D::getMinX).containsOnly(50.0);
        assertThat(geometry().panels()).extracting(Rectangle2D::getMaxX).containsOnly(WIDTH - 30.0);
    }

    @Test
    void theFirstEvaluationAndTheFirstMilestoneMoveNothing() {
        draw(SampleHistories.empty(), false);
        List<Rectangle2D> empty = geometry().panels();
        draw(SampleHistories.grokked(), false);
        assertThat(geometry().panels()).isEqualTo(empty);
    }

    @Test
    void theFsdAxisGoesBelowZeroWithTheFsd() {
        draw(SampleHistories.of(List.of(SampleHistories.evaluation(0, 0, 0, -0.13)), 100, RunState.FINISHED), false);
        assertThat(axis(1).getLowerBound()).isLessThan(-0.13);
        assertThat(axis(1).getUpperBound()).isGreaterThan(1);
    }

    @Test
    void anUpdateIsOneEvent() {
        AtomicInteger events = new AtomicInteger();
        figure.chart().addChangeListener(event -> events.incrementAndGet());
        figure.update(List.of(TimelineRun.primary(SampleHistories.grokked(), Color.BLUE)), new StepRange(0, 100), true);
        assertThat(events).hasValue(1);
    }

    @Test
    void drawingTellsListenersNothing() {
        AtomicInteger events = new AtomicInteger();
        draw(SampleHistories.grokked(), false);
        figure.chart().addChangeListener(event -> events.incrementAndGet());
        paint(WIDTH, 200);
        assertThat(events).hasValue(0);
    }

    @Test
    void anOverlaidForkHasItsOwnColourFromTheForkPointOn() {
        Color purple = new Color(0xAA00AA);
        TimelineRun parent = TimelineRun.primary(SampleHistories.live(3000), Color.BLUE);
        List<Evaluation> evaluations = IntStream.rangeClosed(0, 30)
                .mapToObj(i -> SampleHistories.evaluation(100 * i, 1, 0.6, 0.4)).toList();
        TimelineRun fork = new TimelineRun(SampleHistories.of(evaluations, 100, RunState.FINISHED), purple, false,
                2000);
        figure.update(List.of(parent, fork), new StepRange(0, 3000), false);
        BufferedImage image = paint(WIDTH, HEIGHT);
        int y = (int) yOf(0, 0.6);
        assertThat(like(image.getRGB((int) geometry().xOf(2540), y), purple.getRGB())).isTrue();
        assertThat(like(image.getRGB((int) geometry().xOf(1950), y), purple.getRGB())).isFalse();
    }

    private BufferedImage draw(RunHistory history, boolean log) {
        return draw(history, log, WIDTH, HEIGHT);
    }

    private BufferedImage draw(RunHistory history, boolean log, int width, int height) {
        List<TimelineRun> runs = List.of(TimelineRun.primary(history, Color.BLUE));
        figure.update(runs, StepRange.whole(runs), log);
        return paint(width, height);
    }

    private BufferedImage paint(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g2 = image.createGraphics();
        figure.draw(g2, new Rectangle2D.Double(0, 0, width, height));
        g2.dispose();
        return image;
    }

    private TimelineGeometry geometry() {
        return figure.geometry().orElseThrow();
    }

    private ValueAxis axis(int panel) {
        CombinedDomainXYPlot plot = (CombinedDomainXYPlot) figure.chart().getPlot();
        return plot.getSubplots().get(panel).getRangeAxis();
    }

    private double yOf(int panel, double value) {
        return axis(panel).valueToJava2D(value, geometry().panels().get(panel), RectangleEdge.LEFT);
    }

    /** Counts pixels of a row that are close to a colour. */
    private static int near(BufferedImage image, int y, int rgb) {
        return (int) IntStream.range(0, image.getWidth()).filter(x -> like(image.getRGB(x, y), rgb)).count();
    }

    private static boolean like(int rgb, int other) {
        Color a = new Color(rgb);
        Color b = new Color(other);
        return Math.abs(a.getRed() - b.getRed()) + Math.abs(a.getGreen() - b.getGreen())
                + Math.abs(a.getBlue() - b.getBlue()) < 150;
    }

    @Test
    void whatIsNotRevealedIsNotDrawnAndItsAxesStay() {
        draw(SampleHistories.grokked(), false);
        double upper = axis(3).getUpperBound();
        figure.revealUpTo(OptionalInt.of(2000));
        BufferedImage image = draw(SampleHistories.grokked(), false);
        int norm = STYLE.norm().colour().getRGB();
        assertThat(inColumn(image, 3, 1900, norm)).isPositive();
        assertThat(inColumn(image, 3, 2100, norm)).isZero();
        assertThat(image.getRGB((int) geometry().xOf(2100), (int) yOf(2, 8))).isEqualTo(STYLE.background().getRGB());
        assertThat(figure.flags()).extracting(flag -> flag.mark().step()).containsExactly(300, 1600);
        assertThat(axis(3).getUpperBound()).isEqualTo(upper);
    }

    /** Counts the pixels of a panel at a step that are close to a colour. */
    private long inColumn(BufferedImage image, int panel, int step, int rgb) {
        int x = (int) geometry().xOf(step);
        Rectangle2D area = geometry().panels().get(panel);
        return IntStream.range((int) area.getMinY(), (int) area.getMaxY())
                .filter(y -> like(image.getRGB(x, y), rgb)).count();
    }

    @Test
    void aChangeOfWeightDecayIsMarked() {
        RunHistory grokked = SampleHistories.grokked();
        RunHistory changed = new RunHistory(grokked.head(), grokked.state(), grokked.evaluations(),
                List.of(new RunEvent.WeightDecayChanged(2500, Instant.EPOCH, 1, 0.5)), grokked.checkpoints(),
                grokked.milestones(), grokked.leftOut());
        assertThat(TimelineMark.of(changed)).extracting(TimelineMark::fullLabel).containsExactly("memorised 300",
                "FSD ceiling 1,600", "\u03bb 1 \u2192 0.5", "grokked 4,000");
    }
}
