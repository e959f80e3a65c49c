package org.grokscope.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.grokscope.measure.Evaluation;
import org.grokscope.measure.Panel;
import org.grokscope.run.RunState;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Leaves pictures of figures at twice the resolution under target/screenshots, for people to look at: mvn -Plooks test. */
@Tag("looks")
class TimelineFigureLooksTest {
    @Test
    void aRunAndItsForks() throws IOException {
        List<Evaluation> sooner = IntStream.rangeClosed(0, 26).mapToObj(
                i -> SampleHistories.evaluation(100 * i, 1, Math.clamp((i - 16) / 8.0, 0.1, 1),
                        Math.min(0.8, i / 20.0)))
                .toList();
        save("figure-forks",
                List.of(TimelineRun.primary(SampleHistories.live(3000), Color.BLUE),
                        new TimelineRun(SampleHistories.of(sooner, 100, RunState.FINISHED), new Color(0xAA3377), false,
                                1600)),
                Panel.DEFAULT);
    }

    @Test
    void everyPanel() throws IOException {
        save("figure-all", List.of(TimelineRun.primary(SampleHistories.grokked(), Color.BLUE)),
                List.of(Panel.values()));
    }

    @Test
    void aRunWithoutSomeMeasures() throws IOException {
        save("figure-unmeasured", List.of(TimelineRun.primary(SampleHistories.withoutSynchronization(), Color.BLUE)),
                Panel.DEFAULT);
    }

    @Test
    void aLongRun() throws IOException {
        save("figure-long",
                List.of(TimelineRun.primary(SampleHistories.until(100_000, 20, RunState.FINISHED), Color.BLUE)),
                Panel.DEFAULT);
    }

    private static void save(String name, List<TimelineRun> runs, List<Panel> panels) throws IOException {
        TimelineFigure figure = new TimelineFigure(FigureStyle.LIGHT, panels);
        figure.update(runs, StepRange.whole(runs), false);
        BufferedImage image = new BufferedImage(1640, 1320, BufferedImage.TYPE_INT_RGB);
        Graphics2D g2 = image.createGraphics();
        g2.scale(2, 2);
        assertThat(figure.draw(g2, new Rectangle2D.Double(0, 0, 820, 660))).isPresent();
        g2.dispose();
        Path folder = Files.createDirectories(Path.of("target", "screenshots"));
        ImageIO.write(image, "png", folder.resolve(name + ".png").toFile());
    }
}
