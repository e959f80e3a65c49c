package org.grokscope.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class CircuitFigureTest {
    @Test
    void aPlaceInTheBarsIsAFrequency() {
        CircuitFigure figure = new CircuitFigure(CircuitChart.EMBEDDING_POWER, FigureStyle.LIGHT);
        figure.update(SampleCircuits.grokked(97));
        assertThat(figure.frequencyAt(new Rectangle2D.Double(), 200, 150)).as("before it was drawn").isEmpty();
        Rectangle2D plot = figure.draw(new BufferedImage(400, 260, BufferedImage.TYPE_INT_RGB).createGraphics(),
                new Rectangle2D.Double(0, 0, 400, 260));
        assertThat(figure.frequencyAt(plot, 47, 150)).hasValue(1);
        assertThat(figure.frequencyAt(plot, 381, 150)).hasValue(48);
        assertThat(figure.frequencyAt(plot, 200, 5)).as("in the heading").isEmpty();
    }
}
