package org.grokscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.grokscope.SharesNothing;
import org.grokscope.figure.FigureStyle;
import org.grokscope.figure.StepRange;
import org.grokscope.figure.TimelineFigure;
import org.grokscope.figure.TimelineRun;
import org.grokscope.file.FileProblem;
import org.grokscope.measure.Panel;
import org.grokscope.run.Damage;
import org.grokscope.run.ManyRuns;
import org.grokscope.run.RunDirectory;
import org.grokscope.run.RunLibrary;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is damaged must not break those who show it. */
@SharesNothing
@Timeout(300)
class DamagedRunsShownTest {
    private static final int COPIES = Math.min(300, Integer.getInteger("grokscope.inputs", 40));

    @TempDir
    Path runs;
    private Path damaged;
    private String other = "";

    @BeforeEach
    void writeTwo() throws IOException {
        ManyRuns.write(runs, 2, 5);
        List<Path> two = new RunLibrary(runs).entries();
        damaged = two.getFirst();
        other = two.getLast().getFileName().toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"run.json", "metrics.jsonl", "events.jsonl"})
    void damagedFilesAreShownOrRefused(String name) throws IOException {
        Path file = damaged.resolve(name);
        byte[] sound = Files.readAllBytes(file);
        Damage damage = new Damage(2);
        for (int copy = 0; copy < COPIES; copy++) {
            byte[] bytes = damage.of(sound);
            Files.write(file, bytes);
            try {
                assertThat(Call.grokscope("list", "--runs", runs)).satisfies(list -> {
                    assertThat(list.exitCode()).isZero();
                    assertThat(list.out()).contains(other);
                });
                assertThat(Call.grokscope("show", damaged).exitCode()).isIn(0, 2);
                assertThat(Call.grokscope("show", damaged, "--json").exitCode()).isIn(0, 2);
                draw();
            } catch (RuntimeException | Error failed) {
                throw new AssertionError("Copy " + copy + ": " + new String(bytes, StandardCharsets.UTF_8), failed);
            }
        }
    }

    private void draw() throws IOException {
        try {
            List<TimelineRun> drawn = List.of(TimelineRun.primary(RunDirectory.open(damaged).history(), Color.BLUE));
            TimelineFigure figure = new TimelineFigure(FigureStyle.LIGHT, List.of(Panel.values()));
            figure.update(drawn, StepRange.whole(drawn), false);
            Graphics2D g2 = new BufferedImage(600, 500, BufferedImage.TYPE_INT_RGB).createGraphics();
            figure.draw(g2, new Rectangle2D.Double(0, 0, 600, 500));
            g2.dispose();
        } catch (FileProblem refused) {
            // Then there is nothing to draw.
        }
    }

    @Test
    void aRunWhoseLogCannotBeReadDoesNotHideTheOthers() throws IOException {
        Files.delete(damaged.resolve("metrics.jsonl"));
        Files.createDirectory(damaged.resolve("metrics.jsonl"));
        Call list = Call.grokscope("list", "--runs", runs);
        assertThat(list.exitCode()).isZero();
        assertThat(list.out()).contains(other, damaged.getFileName().toString());
        assertThat(list.err())
                .contains("left out: of the run " + damaged.getFileName()
                        + ", metrics.jsonl: it is not a readable file.");
    }
}
