package org.grokscope.figure.export;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;

/**
 * An animated GIF that goes round and round. All frames share one palette, and each holds only the rectangle that differs from
 * the frame before, so that a film of charts stays small.
 */
final class GifFile implements AutoCloseable {
    private static final String METADATA = "javax_imageio_gif_image_1.0";
    private static final int COLOURS = 256;
    private static final int BITS = 5;
    private static final int BINS = 1 << 3 * BITS;
    /** A loop count of 0 is for ever. */
    private static final byte[] FOR_EVER = {1, 0, 0};

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
    private final ImageOutputStream out;
    private final IndexColorModel palette;
    private final Map<Integer, Byte> nearest = new HashMap<>();
    private int[] before = {};
    private int frames;

    /** @param typical frames from which the colours are chosen */
    GifFile(List<BufferedImage> typical) throws IOException {
        palette = palette(typical);
        out = ImageIO.createImageOutputStream(bytes);
        writer.setOutput(out);
        writer.prepareWriteSequence(null);
    }

    /** @param hundredths how long it is shown, in hundredths of a second */
    void add(BufferedImage frame, int hundredths) throws IOException {
        int[] pixels = pixels(frame);
        Rectangle part = changed(pixels, frame.getWidth(), frame.getHeight());
        BufferedImage indexed = new BufferedImage(part.width, part.height, BufferedImage.TYPE_BYTE_INDEXED, palette);
        byte[] row = new byte[part.width];
        for (int y = 0; y < part.height; y++) {
            for (int x = 0; x < part.width; x++) {
                int colour = pixels[(part.y + y) * frame.getWidth() + part.x + x];
                row[x] = nearest.computeIfAbsent(colour, this::index);
            }
            indexed.getRaster().setDataElements(0, y, part.width, 1, row);
        }
        writer.writeToSequence(new IIOImage(indexed, null, metadata(indexed, part, hundredths)), null);
        before = pixels;
        frames++;
    }

    /** Returns the file; nothing can be added after. */
    byte[] bytes() throws IOException {
        writer.endWriteSequence();
        out.flush();
        return bytes.toByteArray();
    }

    @Override
    public void close() throws IOException {
        writer.dispose();
        out.close();
    }

    private IIOMetadata metadata(BufferedImage indexed, Rectangle part, int hundredths) throws IOException {
        IIOMetadata metadata = writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(indexed),
                null);
        IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(METADATA);
        IIOMetadataNode descriptor = child(root, "ImageDescriptor");
        descriptor.setAttribute("imageLeftPosition", Integer.toString(part.x));
        descriptor.setAttribute("imageTopPosition", Integer.toString(part.y));
        IIOMetadataNode control = child(root, "GraphicControlExtension");
        control.setAttribute("disposalMethod", "doNotDispose");
        control.setAttribute("userInputFlag", "FALSE");
        control.setAttribute("transparentColorFlag", "FALSE");
        control.setAttribute("transparentColorIndex", "0");
        control.setAttribute("delayTime", Integer.toString(hundredths));
        if (frames == 0) {
            IIOMetadataNode loop = new IIOMetadataNode("ApplicationExtension");
            loop.setAttribute("applicationID", "NETSCAPE");
            loop.setAttribute("authenticationCode", "2.0");
            loop.setUserObject(FOR_EVER);
            child(root, "ApplicationExtensions").appendChild(loop);
        }
        metadata.setFromTree(METADATA, root);
        return metadata;
    }

    private static IIOMetadataNode child(IIOMetadataNode root, String name) {
        for (int i = 0; i < root.getLength(); i++) {
            if (root.item(i) instanceof IIOMetadataNode node && node.getNodeName().equals(name)) {
                return node;
            }
        }
        IIOMetadataNode node = new IIOMetadataNode(name);
        root.appendChild(node);
        return node;
    }

    /** Returns what is another than before, and a pixel where nothing is. */
    private Rectangle changed(int[] pixels, int width, int height) {
        if (before.length != pixels.length) {
            return new Rectangle(width, height);
        }
        int left = width;
        int right = -1;
        int top = height;
        int bottom = -1;
        for (int i = 0; i < pixels.length; i++) {
            if (pixels[i] != before[i]) {
                left = Math.min(left, i % width);
                right = Math.max(right, i % width);
                top = Math.min(top, i / width);
                bottom = i / width;
            }
        }
        return right < 0 ? new Rectangle(1, 1) : new Rectangle(left, top, right - left + 1, bottom - top + 1);
    }

    private byte index(int colour) {
        int best = 0;
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < palette.getMapSize(); i++) {
            int red = (colour >> 16 & 0xFF) - palette.getRed(i);
            int green = (colour >> 8 & 0xFF) - palette.getGreen(i);
            int blue = (colour & 0xFF) - palette.getBlue(i);
            int distance = red * red + green * green + blue * blue;
            if (distance < least) {
                least = distance;
                best = i;
            }
        }
        return (byte) best;
    }

    /** The colours that most pixels have, each the mean of a small cube of colours. */
    private static IndexColorModel palette(List<BufferedImage> typical) {
        long[][] sums = new long[BINS][4];
        for (BufferedImage image : typical) {
            for (int colour : pixels(image)) {
                long[] sum = sums[bin(colour)];
                sum[0]++;
                sum[1] += colour >> 16 & 0xFF;
                sum[2] += colour >> 8 & 0xFF;
                sum[3] += colour & 0xFF;
            }
        }
        long[][] chosen = Arrays.stream(sums).filter(sum -> sum[0] > 0)
                .sorted(Comparator.comparingLong((long[] sum) -> sum[0]).reversed()).limit(COLOURS)
                .toArray(long[][]::new);
        byte[][] channels = IntStream.rangeClosed(1, 3).mapToObj(channel -> {
            byte[] values = new byte[COLOURS];
            for (int i = 0; i < chosen.length; i++) {
                values[i] = (byte) (chosen[i][channel] / chosen[i][0]);
            }
            return values;
        }).toArray(byte[][]::new);
        return new IndexColorModel(8, COLOURS, channels[0], channels[1], channels[2]);
    }

    private static int bin(int colour) {
        int cut = 8 - BITS;
        return (colour >> 16 + cut & 31) << 2 * BITS | (colour >> 8 + cut & 31) << BITS | colour >> cut & 31;
    }

    private static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }
}
