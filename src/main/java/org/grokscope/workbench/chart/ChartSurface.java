package org.grokscope.workbench.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.nio.IntBuffer;
import javafx.scene.Scene;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/**
 * Shows a figure that Java2D draws at the screen's own resolution into memory that JavaFX shows as it is. The same
 * code then draws the screen and the page, and it is faster than a canvas, which records every line once more.
 */
public final class ChartSurface extends Region {
    /** What can be drawn on a surface. */
    public interface Drawing {
        /** Draws into an area. */
        void draw(Graphics2D g2, Rectangle2D area);
    }

    private final ImageView view = new ImageView();
    private @Nullable BufferedImage canvas;
    private @Nullable PixelBuffer<IntBuffer> pixels;

    /** Makes an empty surface. */
    public ChartSurface() {
        view.setManaged(false);
        getChildren().add(view);
    }

    /** Draws over the whole surface; returns whether there was any room. */
    public boolean paint(Drawing drawing) {
        double width = Math.floor(getWidth());
        double height = Math.floor(getHeight());
        if (width < 1 || height < 1) {
            return false;
        }
        double scale = screenScale();
        int columns = (int) Math.ceil(width * scale);
        int rows = (int) Math.ceil(height * scale);
        BufferedImage image = canvas;
        if (image == null || image.getWidth() != columns || image.getHeight() != rows) {
            image = new BufferedImage(columns, rows, BufferedImage.TYPE_INT_ARGB_PRE);
            canvas = image;
            int[] memory = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
            PixelBuffer<IntBuffer> buffer = new PixelBuffer<>(columns, rows, IntBuffer.wrap(memory),
                    PixelFormat.getIntArgbPreInstance());
            pixels = buffer;
            view.setImage(new WritableImage(buffer));
        }
        Graphics2D g2 = image.createGraphics();
        g2.scale(columns / width, rows / height);
        drawing.draw(g2, new Rectangle2D.Double(0, 0, width, height));
        g2.dispose();
        view.setFitWidth(width);
        view.setFitHeight(height);
        PixelBuffer<IntBuffer> changed = pixels;
        if (changed != null) {
            changed.updateBuffer(buffer -> null);
        }
        return true;
    }

    private double screenScale() {
        Scene scene = getScene();
        Window window = scene == null ? null : scene.getWindow();
        return window == null ? 1 : Math.max(window.getRenderScaleX(), window.getRenderScaleY());
    }
}
