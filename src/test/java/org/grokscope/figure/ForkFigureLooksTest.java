package org.grokscope.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import javax.imageio.ImageIO;
import org.grokscope.analysis.ForkPool;
import org.grokscope.run.RunHistory;
import org.grokscope.run.RunState;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Leaves pictures of the charts of forks at twice the resolution under target/screenshots, for people to look at: mvn -Plooks test. */
@Tag("looks")
class ForkFigureLooksTest {
    @Test
    void aFamily() throws IOException {
        save("family-light", SampleForks.family(), FigureStyle.LIGHT, 520, 360);
        save("family-dark-small", SampleForks.family(), FigureStyle.DARK, 320, 260);
    }

    @Test
    void fewBranches() throws IOException {
        save("one", List.of(SampleForks.parent("p"), SampleForks.grokked("p", 3, 0, 700)), FigureStyle.LIGHT, 420,
                300);
        save("none-grokked", List.of(SampleForks.parent("p"), SampleForks.waiting("p", 0.5, 0, 4000, RunState.FINISHED),
                SampleForks.waiting("p", 2, 0, 1200, RunState.TRAINING), SampleForks.collapsed("p", 20, 0)),
                FigureStyle.LIGHT, 420, 300);
    }

    private static void save(String name, List<RunHistory> runs, FigureStyle style, int width, int height)
            throws IOException {
        ForkPool pool = ForkPool.of(runs, List.of(runs.getFirst().head().id()), OptionalInt.empty());
        assertThat(pool.families()).isNotEmpty();
        BufferedImage image = new BufferedImage(2 * width, 2 * height * ForkChart.values().length,
                BufferedImage.TYPE_INT_RGB);
        Graphics2D g2 = image.createGraphics();
        g2.scale(2, 2);
        for (ForkChart chart : ForkChart.values()) {
            ForkFigure figure = new ForkFigure(chart, style);
            figure.update(pool);
            figure.draw(g2, new Rectangle2D.Double(0, chart.ordinal() * height, width, height));
        }
        g2.dispose();
        Path folder = Files.createDirectories(Path.of("target", "screenshots"));
        ImageIO.write(image, "png", folder.resolve("forks-figure-" + name + ".png").toFile());
    }
}
