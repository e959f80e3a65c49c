package org.grokscope.figure.export;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;

/** A page as pixels; the file says how many go to a metre. */
final class PngFile {
    private static final String METADATA = "javax_imageio_png_1.0";
    private static final double METRE = 1000;

    private PngFile() {}

    /** Draws a page at a resolution. */
    static BufferedImage image(Page page, int dotsPerInch) {
        double perMillimetre = dotsPerInch / Page.INCH;
        BufferedImage image = new BufferedImage((int) Math.round(page.widthMillimetres() * perMillimetre),
                (int) Math.round(page.heightMillimetres() * perMillimetre), BufferedImage.TYPE_INT_RGB);
        Graphics2D g2 = image.createGraphics();
        // What the last, cut pixel leaves over is white too.
        g2.setBackground(Color.WHITE);
        g2.clearRect(0, 0, image.getWidth(), image.getHeight());
        page.draw(g2, perMillimetre);
        g2.dispose();
        return image;
    }

    static byte[] bytes(Page page, int dotsPerInch) throws IOException {
        BufferedImage image = image(page, dotsPerInch);
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        IIOMetadata metadata = writer.getDefaultImageMetadata(
                ImageTypeSpecifier.createFromRenderedImage(image), writer.getDefaultWriteParam());
        String perMetre = Long.toString(Math.round(dotsPerInch / Page.INCH * METRE));
        IIOMetadataNode resolution = new IIOMetadataNode("pHYs");
        resolution.setAttribute("pixelsPerUnitXAxis", perMetre);
        resolution.setAttribute("pixelsPerUnitYAxis", perMetre);
        resolution.setAttribute("unitSpecifier", "meter");
        IIOMetadataNode root = new IIOMetadataNode(METADATA);
        root.appendChild(resolution);
        metadata.mergeTree(METADATA, root);
        FigureBytes bytes = new FigureBytes();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(metadata, new IIOImage(image, null, metadata), null);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
