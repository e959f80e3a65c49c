package org.grokscope.figure.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.grokscope.analysis.Alignment;
import org.grokscope.figure.FigureStyle;
import org.grokscope.figure.StepRange;
import org.grokscope.measure.Measure;
import org.grokscope.measure.Panel;
import org.grokscope.run.RunHistory;
import org.junit.jupiter.api.Test;

class ComposedContentTest {
    private static final List<RunHistory> RUNS = Samples.runs(3);

    private static TimelineContent accuracy(List<RunHistory> runs) {
        return TimelineContent.of(FigureName.of(Panel.ACCURACY), runs, List.of(Panel.ACCURACY), Optional.empty(),
                false);
    }

    @Test
    void plotAreasOfARowAndOfAColumnAreInLine() {
        List<Rectangle2D> plots = new ArrayList<>();
        List<PageDrawing> parts = List
                .<FigureContent>of(accuracy(RUNS), new CompareContent(RUNS, Measure.FSD, Alignment.START, false),
                        accuracy(RUNS.subList(0, 1)),
                        new CompareContent(RUNS, Measure.WEIGHT_NORM, Alignment.GROKKING, false))
                .stream().map(content -> {
                    PageDrawing drawing = content.drawing(FigureStyle.CAPTIONED);
                    return (PageDrawing) (g2, area) -> {
                        Rectangle2D plot = drawing.draw(g2, area);
                        plots.add(plot);
                        return plot;
                    };
                }).toList();
        new ComposedDrawing(parts, 2, FigureStyle.CAPTIONED).draw(
                new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics(),
                new Rectangle2D.Double(0, 0, 700, 600));
        List<Rectangle2D> drawn = plots.subList(4, 8);
        assertThat(drawn.get(0).getMinX()).isCloseTo(drawn.get(2).getMinX(), within(1.5));
        assertThat(drawn.get(1).getMaxX()).isCloseTo(drawn.get(3).getMaxX(), within(1.5));
        assertThat(drawn.get(0).getMinY()).isCloseTo(drawn.get(1).getMinY(), within(1.5));
        assertThat(drawn.get(2).getMaxY()).isCloseTo(drawn.get(3).getMaxY(), within(1.5));
    }

    @Test
    void timelinesMayShareTheirSteps() {
        ComposedContent composed = ComposedContent.of(List.of(accuracy(RUNS),
                accuracy(RUNS.subList(0, 1)).over(new StepRange(500, 9000))), 1, true);
        assertThat(composed.parts()).allSatisfy(part -> assertThat(((TimelineContent) part).part())
                .contains(new StepRange(0, 9000)));
        assertThat(composed.options().getLast()).contains("\"sharedSteps\":true");
    }

    @Test
    void theCommandHasTheLayoutInIt() {
        assertThat(ComposedContent.of(List.of(accuracy(RUNS), accuracy(RUNS.subList(0, 1))), 2, false).options())
                .containsExactly("--layout",
                        "{\"columns\":2,\"parts\":[{\"figure\":\"accuracy\",\"runs\":[\"run-0\",\"run-1\",\"run-2\"]},"
                                + "{\"figure\":\"accuracy\",\"runs\":[\"run-0\"]}]}");
    }

    @Test
    void aRunLooksTheSameInAllParts() {
        ComposedContent composed = new ComposedContent(
                List.of(accuracy(RUNS), accuracy(List.of(RUNS.get(2), RUNS.get(0)))), 2, "layout.json");
        TimelineContent first = (TimelineContent) composed.parts().getFirst();
        TimelineContent second = (TimelineContent) composed.parts().getLast();
        assertThat(second.shown().getFirst().style()).isEqualTo(first.shown().get(2).style());
        assertThat(second.shown().getLast().style()).isEqualTo(first.shown().getFirst().style());
    }
}
