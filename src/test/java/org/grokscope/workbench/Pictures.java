package org.grokscope.workbench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.embed.swing.SwingFXUtils;
import javafx.geometry.Rectangle2D;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.Image;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javax.imageio.ImageIO;
import org.grokscope.workbench.chart.Drawn;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Pictures of windows and views, for people to look at, under target/screenshots. They check nothing and take long, so they
 * are left with {@code -Dgrokscope.pictures=true} alone.
 */
public final class Pictures {
    /** Whether somebody wants them. */
    static final boolean WANTED = Boolean.getBoolean("grokscope.pictures");

    private Pictures() {}

    /** Leaves a picture of a view, once its charts are drawn. */
    public static void of(Region view, String background, String name) {
        Drawn.await();
        if (WANTED) {
            WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
                SnapshotParameters part = new SnapshotParameters();
                part.setViewport(new Rectangle2D(0, 0, view.getWidth(), view.getHeight()));
                part.setFill(Color.web(background));
                save(name, view.snapshot(part, null));
                return null;
            });
        }
    }

    static void save(String name, Image picture) {
        try {
            Path folder = Files.createDirectories(Path.of("target", "screenshots"));
            ImageIO.write(SwingFXUtils.fromFXImage(picture, null), "png", folder.resolve(name + ".png").toFile());
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
