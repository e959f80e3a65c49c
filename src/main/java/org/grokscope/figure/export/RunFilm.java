package org.grokscope.figure.export;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.grokscope.figure.Cancelled;
import org.grokscope.figure.CircleFigure;
import org.grokscope.figure.CircleScene;
import org.grokscope.figure.FigureStyle;
import org.grokscope.figure.StepRange;
import org.grokscope.figure.TimelineFigure;
import org.grokscope.figure.TimelineRun;
import org.grokscope.measure.CirclePath;
import org.grokscope.measure.Panel;
import org.grokscope.run.RunHistory;
import org.grokscope.task.Task;
import org.grokscope.text.InvalidSetting;

/** A run as a film, 1280 × 720: its timeline as it grows and, where something tells of them, its tokens as they glide. */
public final class RunFilm {
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;
    private static final int CIRCLE = 520;
    private static final int EDGE = 12;
    private static final int FRAMES = 96;
    /** In hundredths of a second. */
    private static final int FRAME = 8;
    private static final int LAST_FRAME = 250;
    /** How long the last frame of the MP4 is shown, in frames. */
    private static final int RESTING = 2 * Mp4File.RATE;
    private static final int[] QUANTISERS = {18, 24, 30, 38};
    private static final int MOST_BYTES = 10_000_000;

    private final RunHistory run;
    private final Optional<CirclePath> circle;
    private final Task task;
    private final List<TimelineRun> shown;
    private final StepRange whole;
    private final TimelineFigure timeline = new TimelineFigure(FigureStyle.LIGHT, Panel.DEFAULT);
    private final CircleFigure tokens = new CircleFigure(FigureStyle.LIGHT);

    /** @param circle how its tokens moved; empty where nothing tells */
    public RunFilm(RunHistory run, Optional<CirclePath> circle) {
        InvalidSetting.unless(run.lastStep() > 0, "run", "A film needs a run with two evaluations at least.");
        this.run = run;
        this.circle = circle;
        this.task = run.head().configuration().learnedTask();
        this.shown = List.of(TimelineRun.primary(run, Color.BLACK));
        this.whole = StepRange.whole(shown);
    }

    /** Returns it as an animated GIF. */
    public byte[] gif() throws IOException {
        int last = FRAMES - 1;
        try (GifFile film = new GifFile(List.of(frame(last), frame(last / 2), frame(0)))) {
            for (int i = 0; i < FRAMES; i++) {
                film.add(frame(i), i == last ? LAST_FRAME : FRAME);
            }
            return film.bytes();
        }
    }

    /** Returns it as an MP4 of ten seconds, as fine as goes into 10 MB. */
    public byte[] mp4() throws IOException {
        byte[] film = mp4(QUANTISERS[0]);
        for (int i = 1; i < QUANTISERS.length && film.length > MOST_BYTES; i++) {
            film = mp4(QUANTISERS[i]);
        }
        return film;
    }

    private byte[] mp4(int quantiser) throws IOException {
        Mp4File film = new Mp4File(WIDTH, HEIGHT, quantiser);
        for (int i = 0; i < FRAMES; i++) {
            film.add(frame(i), i == FRAMES - 1 ? RESTING : 1);
        }
        return film.bytes();
    }

    /** Draws a frame, 0 for step 0 and the last for the end of the run. */
    private BufferedImage frame(int number) {
        Cancelled.check();
        double step = (double) run.lastStep() * number / (FRAMES - 1);
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D g2 = image.createGraphics();
        g2.setColor(FigureStyle.LIGHT.background());
        g2.fillRect(0, 0, WIDTH, HEIGHT);
        timeline.revealUpTo(OptionalInt.of((int) step));
        timeline.update(shown, whole, false);
        int width = circle.isPresent() ? WIDTH - CIRCLE : WIDTH;
        timeline.draw(g2, new Rectangle2D.Double(EDGE, EDGE, width - 2.0 * EDGE, HEIGHT - 2.0 * EDGE));
        circle.ifPresent(path -> {
            tokens.update(new CircleScene(task, path.at(step), step, "where most neurons settled by the end",
                    Optional.empty()));
            tokens.draw(g2, new Rectangle2D.Double(width, (HEIGHT - CIRCLE) / 2.0, CIRCLE - EDGE, CIRCLE));
        });
        g2.dispose();
        return image;
    }
}
