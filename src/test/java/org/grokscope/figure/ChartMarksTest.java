package org.grokscope.figure;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.grokscope.SharesNothing;
import org.grokscope.analysis.Alignment;
import org.grokscope.analysis.Comparison;
import org.grokscope.analysis.ForkPool;
import org.grokscope.analysis.LeadCurve;
import org.grokscope.measure.Measure;
import org.grokscope.measure.Milestone;
import org.grokscope.measure.Thresholds;
import org.grokscope.run.RunHistory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import static org.assertj.core.api.Assertions.assertThat;

/** The marks of charts answer the pointer. */
@SharesNothing
class ChartMarksTest {
    private static final int WIDTH = 420;
    private static final int HEIGHT = 300;

    @ParameterizedTest
    @EnumSource(names = "CIRCLE", mode = EnumSource.Mode.EXCLUDE)
    void everyChartOfTheNetworkSaysWhatIsUnderThePointer(CircuitChart chart) {
        CircuitFigure figure = new CircuitFigure(chart, FigureStyle.LIGHT);
        figure.update(SampleCircuits.grokked(97));
        Map<String, ChartMark> marks = scan(figure, draw(figure));
        assertThat(marks).hasSizeGreaterThan(1);
        assertThat(marks.keySet()).allSatisfy(words -> assertThat(words).containsPattern("\\d"));
    }

    @Test
    void aBarIsItsFrequencyInBothChartsOfFrequencies() {
        MarkTarget eight = new MarkTarget.Frequency(8);
        for (CircuitChart chart : List.of(CircuitChart.EMBEDDING_POWER, CircuitChart.NEURONS)) {
            CircuitFigure figure = new CircuitFigure(chart, FigureStyle.LIGHT);
            figure.update(SampleCircuits.grokked(97));
            assertThat(figure.markOf(new Rectangle2D.Double(), eight)).as("before it was drawn").isEmpty();
            Rectangle2D plot = draw(figure);
            ChartMark mark = figure.markOf(plot, eight).orElseThrow();
            Rectangle2D bar = mark.outline().getBounds2D();
            assertThat(figure.markAt(plot, bar.getCenterX(), bar.getCenterY())).map(ChartMark::target).contains(eight);
            assertThat(mark.words()).startsWith("k = 8: ").contains("%");
            assertThat(figure.markAt(plot, bar.getCenterX(), 3)).as("in the heading").isEmpty();
            assertThat(figure.markOf(plot, new MarkTarget.Frequency(49))).as("97 has 48").isEmpty();
        }
    }

    @Test
    void aCellIsItsPair() {
        CircuitFigure figure = new CircuitFigure(CircuitChart.PAIRS, FigureStyle.LIGHT);
        figure.update(SampleCircuits.grokked(97));
        Rectangle2D plot = draw(figure);
        ChartMark corner = figure.markAt(plot, plot.getMinX() + 1, plot.getMaxY() - 1).orElseThrow();
        assertThat(corner.target()).isEqualTo(new MarkTarget.Pair(0, 0));
        assertThat(corner.words()).startsWith("0 + 0 mod 97 = 0, ");
    }

    @ParameterizedTest
    @EnumSource
    void everyBranchOfALawIsFoundByItsMark(ForkChart chart) {
        List<RunHistory> family = SampleForks.family();
        ForkPool pool = ForkPool.of(family, List.of(family.getFirst().head().id()), OptionalInt.empty());
        ForkFigure figure = new ForkFigure(chart, FigureStyle.LIGHT);
        figure.update(pool);
        Rectangle2D plot = draw(figure);
        List<MarkTarget> found = scan(figure, plot).values().stream().map(ChartMark::target)
                .filter(MarkTarget.Run.class::isInstance).distinct().toList();
        assertThat(found).isNotEmpty().allSatisfy(run -> assertThat(figure.markOf(plot, run)).isPresent());
        assertThat(pool.branches()).extracting(branch -> (MarkTarget) new MarkTarget.Run(branch.run().head().id()))
                .containsAll(found);
    }

    @Test
    void aCurveOfAComparisonIsItsRun() {
        List<RunHistory> runs = List.of(SampleHistories.grokked());
        CompareFigure figure = new CompareFigure(Measure.FSD, FigureStyle.LIGHT);
        figure.update(Comparison.of(runs, Measure.FSD, Alignment.START, false),
                List.of(SeriesStyle.solid(Color.BLUE)));
        Rectangle2D plot = draw(figure);
        MarkTarget run = new MarkTarget.Run(runs.getFirst().head().id());
        Map<String, ChartMark> marks = scan(figure, plot);
        assertThat(marks.values()).isNotEmpty().allSatisfy(mark -> assertThat(mark.target()).isEqualTo(run));
        assertThat(marks.keySet()).allSatisfy(words -> assertThat(words).contains("FSD").contains("at step"));
        assertThat(figure.markOf(plot, run)).isPresent();
    }

    @Test
    void aSmallChartSaysItsRunAndMeasureAndARunIsItsWholeRow() {
        List<Measure> measures = List.of(Measure.VALIDATION_ACCURACY, Measure.WEIGHT_NORM);
        List<RunHistory> family = SampleForks.family().subList(0, 3);
        MultiplesFigure figure = new MultiplesFigure(measures, FigureStyle.LIGHT);
        figure.update(
                measures.stream().map(it -> Comparison.of(family, it, Alignment.START, false)).toList(),
                family.stream().map(_ -> SeriesStyle.solid(Color.BLUE)).toList());
        Rectangle2D plot = draw(figure);
        Map<String, ChartMark> marks = scan(figure, plot);
        for (RunHistory run : family) {
            MarkTarget target = new MarkTarget.Run(run.head().id());
            List<ChartMark> cells = marks.values().stream().filter(mark -> mark.target().equals(target)).toList();
            assertThat(cells).as("left half").anyMatch(mark -> mark.words().contains("validation accuracy")
                    && mark.outline().getBounds2D().getMaxX() < plot.getCenterX() + 10);
            assertThat(cells).as("right half").anyMatch(mark -> mark.words().contains("weight norm")
                    && mark.outline().getBounds2D().getMinX() > plot.getCenterX());
            Rectangle2D row = figure.markOf(plot, target).orElseThrow().outline().getBounds2D();
            assertThat(row.getWidth()).isGreaterThan(plot.getWidth() / 2);
            assertThat(row.getHeight()).isLessThan(plot.getHeight() / 3);
        }
    }

    @Test
    void ofMoreRowsThanFitTheFirstOnesAreDrawnAndItIsSaid() {
        List<RunHistory> many = IntStream.range(0, 43)
                .mapToObj(i -> SampleForks.grokked("p", 2, i, 900)).toList();
        MultiplesFigure figure = new MultiplesFigure(List.of(Measure.FSD), FigureStyle.LIGHT);
        figure.update(List.of(Comparison.of(many, Measure.FSD, Alignment.START, false)),
                many.stream().map(_ -> SeriesStyle.solid(Color.BLUE)).toList());
        assertThat(figure.said()).anyMatch(words -> words.startsWith("the first 40 of 43 rows"));
        assertThat(MultiplesFigure.height(43, 800)).isEqualTo(MultiplesFigure.height(40, 800));
    }

    @Test
    void aThresholdSaysItsLead() {
        LeadThresholdFigure figure = new LeadThresholdFigure(Milestone.CEILING.alarm(Thresholds.PAPER),
                FigureStyle.LIGHT);
        figure.update(LeadCurve.of(List.of(SampleHistories.grokked()), Milestone.CEILING.alarm(Thresholds.PAPER)));
        assertThat(scan(figure, draw(figure)).keySet()).anyMatch(words -> words.contains("mean lead"));
    }

    private static Rectangle2D draw(PlotFigure figure) {
        return figure.draw(new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB).createGraphics(),
                new Rectangle2D.Double(0, 0, WIDTH, HEIGHT));
    }

    private static Map<String, ChartMark> scan(PlotFigure figure, Rectangle2D plot) {
        Map<String, ChartMark> marks = new TreeMap<>();
        for (int x = 0; x < WIDTH; x += 5) {
            for (int y = 0; y < HEIGHT; y += 5) {
                Optional<ChartMark> mark = figure.markAt(plot, x, y);
                mark.ifPresent(it -> marks.put(it.words(), it));
            }
        }
        return marks;
    }
}
