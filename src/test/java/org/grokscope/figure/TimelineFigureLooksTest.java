package org.grokscope.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.geom.Rectangle2D;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.grokscope.run.RunHistory;
import org.junit.jupiter.api.Test;

/** Leaves pictures under target/screenshots for people to look at. */
class TimelineFigureLooksTest {
    private static void save(String name, FigureStyle style, List<TimelinePanel> panels, RunHistory history, int width,
            int height, boolean log) throws IOException {
        TimelineFigure figure = new TimelineFigure(style, panels);
        List<TimelineRun> runs = List.of(TimelineRun.primary(history, Color.BLUE));
        figure.update(runs, StepRange.whole(runs), log);
        BufferedImage image = new BufferedImage(2 * width, 2 * height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g2 = image.createGraphics();
        g2.scale(2, 2);
        assertThat(figure.draw(g2, new Rectangle2D.Double(0, 0, width, height))).isPresent();
        g2.dispose();
        Path folder = Files.createDirectories(Path.of("target", "screenshots"));
        ImageIO.write(image, "png", new File(folder.toFile(), name + ".png"));
    }

    @Test
    void everyStateDraws() throws IOException {
        save("figure-light", FigureStyle.LIGHT, TimelinePanel.DEFAULT, SampleHistories.grokked(), 820, 660, false);
        save("figure-dark", FigureStyle.DARK, TimelinePanel.DEFAULT, SampleHistories.grokked(), 820, 660, false);
        save("figure-log", FigureStyle.LIGHT, TimelinePanel.DEFAULT, SampleHistories.grokked(), 820, 660, true);
        save("figure-empty", FigureStyle.LIGHT, TimelinePanel.DEFAULT, SampleHistories.empty(), 820, 660, false);
        save("figure-point", FigureStyle.LIGHT, TimelinePanel.DEFAULT, SampleHistories.live(0), 820, 660, false);
        save("figure-live", FigureStyle.DARK, TimelinePanel.DEFAULT, SampleHistories.live(1600), 820, 660, false);
        save("figure-small", FigureStyle.LIGHT, TimelinePanel.DEFAULT, SampleHistories.grokked(), 400, 300, false);
        save("figure-all", FigureStyle.LIGHT, List.of(TimelinePanel.values()), SampleHistories.grokked(), 900, 900,
                false);
        save("figure-small-log", FigureStyle.DARK, TimelinePanel.DEFAULT, SampleHistories.grokked(), 400, 300, true);
        save("figure-unmeasured", FigureStyle.LIGHT, TimelinePanel.DEFAULT, SampleHistories.withoutSynchronization(),
                820, 660, false);
    }
}
