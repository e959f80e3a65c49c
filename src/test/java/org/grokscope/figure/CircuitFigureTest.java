package org.grokscope.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CircuitFigureTest {
    @Test
    void theNetworkBesideIsMarkedWhereItDiffersAndOnlyThere() {
        CircuitFigure figure = new CircuitFigure(CircuitChart.NEURONS, FigureStyle.LIGHT);
        CircuitScene scene = SampleCircuits.grokked(97);
        figure.update(scene.beside(Optional.of(SampleCircuits.random(97).reading())));
        assertThat(figure.words()).contains("differs at k\u00a0=\u00a013");
        assertThat(colours(figure)).contains(FigureStyle.LIGHT.validation().colour().getRGB());
        figure.update(scene.beside(Optional.of(scene.reading())));
        assertThat(figure.words()).contains("alike in both networks");
        assertThat(colours(figure)).doesNotContain(FigureStyle.LIGHT.validation().colour().getRGB());
        figure.update(scene);
        assertThat(figure.words()).doesNotContain("differs", "alike");
    }

    @Test
    void aPlaceInTheBarsOfTheAblationIsAPart() {
        CircuitFigure figure = new CircuitFigure(CircuitChart.ABLATION, FigureStyle.LIGHT);
        figure.update(SampleCircuits.grokked(97));
        Rectangle2D plot = figure.draw(new BufferedImage(400, 260, BufferedImage.TYPE_INT_RGB).createGraphics(),
                new Rectangle2D.Double(0, 0, 400, 260));
        double row = Math.min(37.8, plot.getHeight() / 5);
        assertThat(part(figure, plot, row / 2)).as("the whole network").isEmpty();
        assertThat(part(figure, plot, 1.5 * row)).contains("blocks.0.attention");
        assertThat(part(figure, plot, 4.5 * row)).contains("blocks.1.mlp");
    }

    private static Optional<String> part(CircuitFigure figure, Rectangle2D plot, double below) {
        return figure.markAt(plot, 200, plot.getY() + below).map(ChartMark::target)
                .flatMap(target -> target instanceof MarkTarget.Part(String name)
                        ? Optional.of(name)
                        : Optional.empty());
    }

    private static Set<Integer> colours(CircuitFigure figure) {
        BufferedImage image = new BufferedImage(400, 260, BufferedImage.TYPE_INT_RGB);
        figure.draw(image.createGraphics(), new Rectangle2D.Double(0, 0, 400, 260));
        return Arrays.stream(image.getRGB(0, 0, 400, 260, null, 0, 400)).boxed().collect(Collectors.toSet());
    }
}
