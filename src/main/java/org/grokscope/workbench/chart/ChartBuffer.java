package org.grokscope.workbench.chart;

import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.nio.IntBuffer;
import java.util.function.Consumer;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/** Memory that Java2D draws into and JavaFX shows as it is: one pixel of it is one pixel of the screen. */
final class ChartBuffer {
    private final double scale;
    private final BufferedImage memory;
    private final PixelBuffer<IntBuffer> pixels;
    private final WritableImage image;

    /**
     * Makes an empty one.
     *
     * @param width in units of JavaFX, as is height
     * @param scale pixels of the screen a unit
     */
    ChartBuffer(double width, double height, double scale) {
        this.scale = scale;
        int columns = pixels(width, scale);
        int rows = pixels(height, scale);
        memory = new BufferedImage(columns, rows, BufferedImage.TYPE_INT_ARGB_PRE);
        int[] words = ((DataBufferInt) memory.getRaster().getDataBuffer()).getData();
        pixels = new PixelBuffer<>(columns, rows, IntBuffer.wrap(words), PixelFormat.getIntArgbPreInstance());
        image = new WritableImage(pixels);
    }

    /** Returns whether it is as large as a drawing of this size wants it. */
    boolean fits(double width, double height, double wanted) {
        return scale == wanted && columns() == pixels(width, scale) && rows() == pixels(height, scale);
    }

    Image image() {
        return image;
    }

    private int columns() {
        return memory.getWidth();
    }

    private int rows() {
        return memory.getHeight();
    }

    /** Replaces what is in it; the drawing speaks in units of JavaFX. */
    void paint(Consumer<Graphics2D> drawing) {
        Graphics2D g2 = memory.createGraphics();
        g2.setComposite(AlphaComposite.Clear);
        g2.fillRect(0, 0, columns(), rows());
        g2.setComposite(AlphaComposite.SrcOver);
        g2.scale(scale, scale);
        drawing.accept(g2);
        g2.dispose();
        pixels.updateBuffer(_ -> null);
    }

    /** Lets a view show it in its place, a pixel for a pixel. */
    void show(ImageView view) {
        view.setImage(image);
        view.setFitWidth(columns() / scale);
        view.setFitHeight(rows() / scale);
    }

    private static int pixels(double length, double scale) {
        return (int) Math.ceil(length * scale);
    }
}
