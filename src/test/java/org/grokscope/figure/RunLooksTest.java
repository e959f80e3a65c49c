package org.grokscope.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.grokscope.analysis.Alignment;
import org.grokscope.analysis.Comparison;
import org.grokscope.measure.Measure;
import org.grokscope.run.RunHistory;
import org.grokscope.run.RunState;
import org.grokscope.text.InvalidSetting;
import org.grokscope.workbench.Runs;
import org.junit.jupiter.api.Test;

/** Curves of twelve runs keep apart where there is no colour, and where red and green are one. */
class RunLooksTest {
    private static final int WIDTH = 90;
    private static final int HEIGHT = 12;
    /** So wide is a glance: marks come again after some way only. */
    private static final int GLANCE = 18;
    /** Share of the ink of two samples in a glance that must lie elsewhere or be clearly darker. */
    private static final double APART = 0.3;

    @Test
    void twelveRunsKeepApartInGrey() {
        twelves().forEach(runs -> assertApart(RunLooks.of(runs), RunLooksTest::grey));
    }

    @Test
    void twelveRunsKeepApartWithoutGreen() {
        twelves().forEach(runs -> assertApart(RunLooks.of(runs), RunLooksTest::deuteranope));
    }

    /** Twelve runs from scratch, a run with its branches, and three draws of four λ, all of whose colours are λ's. */
    private static Stream<List<RunHistory>> twelves() {
        List<RunHistory> scratch = IntStream.range(0, 12).mapToObj(RunLooksTest::run).toList();
        List<RunHistory> draws = IntStream.range(0, 12).mapToObj(i -> SampleForks.grokked("p", 2, i, 900)).toList();
        List<RunHistory> cells = IntStream.range(0, 12)
                .mapToObj(i -> SampleForks.grokked("p", List.of(1.0, 2.0, 3.0, 5.0).get(i / 3), i % 3, 900)).toList();
        return Stream.of(scratch, draws, cells);
    }

    private static RunHistory run(int i) {
        return Runs.of("r" + i, i, 97, i, 1, RunState.FINISHED, 1000);
    }

    private static void assertApart(List<SeriesStyle> looks, UnaryOperator<Color> seen) {
        List<double[]> samples = looks.stream().map(look -> sample(look, seen)).toList();
        for (int i = 0; i < samples.size(); i++) {
            for (int j = 0; j < i; j++) {
                double apart = 0;
                for (int left = 0; left + GLANCE <= WIDTH; left++) {
                    apart = Math.max(apart, apart(samples.get(i), samples.get(j), left));
                }
                assertThat(apart).as("%s and %s", looks.get(i), looks.get(j)).isGreaterThan(APART);
            }
        }
    }

    private static double apart(double[] one, double[] other, int left) {
        double ink = 0;
        double apart = 0;
        for (int row = 0; row < HEIGHT; row++) {
            for (int at = row * WIDTH + left; at < row * WIDTH + left + GLANCE; at++) {
                ink += Math.max(one[at], other[at]);
                apart += Math.abs(one[at] - other[at]);
            }
        }
        return apart / ink;
    }

    /** Draws a piece of the curve; returns how dark each pixel is. */
    private static double[] sample(SeriesStyle look, UnaryOperator<Color> seen) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D g2 = image.createGraphics();
        g2.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g2.setBackground(Color.WHITE);
        g2.clearRect(0, 0, WIDTH, HEIGHT);
        g2.setPaint(look.colour());
        g2.setStroke(look.stroke(CurvesPanel.PRIMARY_WIDTH));
        Line2D line = new Line2D.Double(0, HEIGHT / 2.0, WIDTH, HEIGHT / 2.0);
        g2.draw(line);
        look.mark().drawAlong(g2, () -> List.of(line), 0, look.colour(), Color.WHITE);
        g2.dispose();
        return IntStream.range(0, WIDTH * HEIGHT)
                .mapToDouble(i -> 1 - luminance(seen.apply(new Color(image.getRGB(i % WIDTH, i / WIDTH)))))
                .toArray();
    }

    private static Color grey(Color colour) {
        int level = (int) Math.round(255 * encoded(luminance(colour)));
        return new Color(level, level, level);
    }

    /** Machado, Oliveira and Fernandes 2009, deuteranopia, severity 1, on linear light. */
    private static Color deuteranope(Color colour) {
        double red = linear(colour.getRed());
        double green = linear(colour.getGreen());
        double blue = linear(colour.getBlue());
        return new Color(channel(0.367322 * red + 0.860646 * green - 0.227968 * blue),
                channel(0.280085 * red + 0.672501 * green + 0.047413 * blue),
                channel(-0.011820 * red + 0.042940 * green + 0.968881 * blue));
    }

    private static int channel(double linear) {
        return (int) Math.round(255 * encoded(Math.clamp(linear, 0, 1)));
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed()) + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    private static double encoded(double linear) {
        return linear <= 0.0031308 ? 12.92 * linear : 1.055 * Math.pow(linear, 1 / 2.4) - 0.055;
    }

    @Test
    void aBranchHasTheColourOfItsWeightDecayAsInTheWindow() {
        assertThat(RunLooks.of(List.of(run(0), SampleForks.grokked("p", 3, 0, 900))).getLast().colour())
                .isEqualTo(WeightDecayColours.of(3, false));
    }

    @Test
    void aRunIsOfOneColourInEveryFigure() {
        List<RunHistory> runs = new ArrayList<>(SampleForks.family());
        List<Color> timeline = PageRuns.of(runs).stream().map(TimelineRun::colour).toList();
        List<Color> compared = RunLooks.of(Comparison.of(runs, Measure.FSD, Alignment.START, false)).stream()
                .map(SeriesStyle::colour).toList();
        assertThat(timeline).isEqualTo(compared);
    }

    @Test
    void runsOfOneColourInTheWindowDifferByTheirDashes() {
        assertThat(RunLooks.inWindow(List.of(Color.BLUE, Color.RED, Color.BLUE))).doesNotHaveDuplicates()
                .extracting(SeriesStyle::colour).containsExactly(Color.BLUE, Color.RED, Color.BLUE);
    }

    @Test
    void moreThanAreSurelyToldApartAreSaidAndMoreThanThereAreLooksRefused() {
        assertThat(RunLooks.warnings(12)).isEmpty();
        assertThat(RunLooks.warnings(13)).containsExactly(
                "The figure has 13 curves; in print no more than 12 are surely told apart.");
        assertThat(RunLooks.of(IntStream.range(0, 30).mapToObj(RunLooksTest::run).toList())).doesNotHaveDuplicates();
        assertThatThrownBy(() -> RunLooks.of(IntStream.range(0, 31).mapToObj(RunLooksTest::run).toList()))
                .isInstanceOf(InvalidSetting.class)
                .hasMessage("At most 30 runs can be told apart in one figure, and these are 31.");
    }
}
