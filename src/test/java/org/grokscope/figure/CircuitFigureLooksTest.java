package org.grokscope.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Leaves pictures of the circuit's charts at twice the resolution under target/screenshots, for people to look at: mvn -Plooks test. */
@Tag("looks")
class CircuitFigureLooksTest {
    @Test
    void beforeAndAfterGrokking() throws IOException {
        save("grokked-light", SampleCircuits.grokked(97), FigureStyle.LIGHT, 400, 260);
        save("random-dark", SampleCircuits.random(97), FigureStyle.DARK, 300, 240);
    }

    @Test
    void smallAndLargeNumbers() throws IOException {
        save("p-5", SampleCircuits.random(5), FigureStyle.LIGHT, 300, 240);
        save("p-997", SampleCircuits.grokked(997), FigureStyle.LIGHT, 400, 260);
    }

    @Test
    void besideAnother() throws IOException {
        save("beside-light", SampleCircuits.grokked(97).beside(Optional.of(SampleCircuits.random(97).reading())),
                FigureStyle.LIGHT, 264, 272);
        save("beside-dark", SampleCircuits.random(97).beside(Optional.of(SampleCircuits.grokked(97).reading())),
                FigureStyle.DARK, 400, 260);
    }

    @Test
    void whatIsNotReadYetSaysSo() throws IOException {
        save("unread", SampleCircuits.unread(97), FigureStyle.LIGHT, 300, 240);
    }

    private static void save(String name, CircuitScene scene, FigureStyle style, int width, int height)
            throws IOException {
        CircuitChart[] charts = CircuitChart.values();
        BufferedImage image = new BufferedImage(2 * width * 2, 2 * height * ((charts.length + 1) / 2),
                BufferedImage.TYPE_INT_RGB);
        Graphics2D g2 = image.createGraphics();
        g2.scale(2, 2);
        for (CircuitChart chart : charts) {
            CircuitFigure figure = new CircuitFigure(chart, style);
            figure.update(scene);
            figure.draw(g2, new Rectangle2D.Double(chart.ordinal() % 2 * width, chart.ordinal() / 2 * height, width,
                    height));
            assertThat(figure.words()).isNotBlank();
        }
        g2.dispose();
        Path folder = Files.createDirectories(Path.of("target", "screenshots"));
        ImageIO.write(image, "png", folder.resolve("circuit-figure-" + name + ".png").toFile());
    }
}
