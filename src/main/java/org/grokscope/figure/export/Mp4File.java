package org.grokscope.figure.export;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.jcodec.codecs.h264.H264Encoder;
import org.jcodec.codecs.h264.encode.RateControl;
import org.jcodec.codecs.h264.io.model.SliceType;
import org.jcodec.common.Codec;
import org.jcodec.common.MuxerTrack;
import org.jcodec.common.VideoCodecMeta;
import org.jcodec.common.VideoEncoder;
import org.jcodec.common.io.ByteBufferSeekableByteChannel;
import org.jcodec.common.model.ColorSpace;
import org.jcodec.common.model.Packet;
import org.jcodec.common.model.Picture;
import org.jcodec.common.model.Size;
import org.jcodec.containers.mp4.Brand;
import org.jcodec.containers.mp4.muxer.MP4Muxer;

/** A film in an MP4 file: H.264, 12 frames a second. */
final class Mp4File {
    /** Frames a second. */
    static final int RATE = 12;
    private static final int MOST_BYTES = 64 << 20;
    private static final int NEAR = 2;

    private final ByteBufferSeekableByteChannel bytes = ByteBufferSeekableByteChannel
            .writeToByteBuffer(ByteBuffer.allocate(MOST_BYTES));
    private final MP4Muxer muxer;
    private final MuxerTrack track;
    private final H264Encoder encoder;
    private final Picture picture;
    private final ByteBuffer encoded;
    private int frames;
    private int time;

    /**
     * Makes an empty one.
     *
     * @param width in pixels, as is height: multiples of 16
     * @param quantiser how coarse the pictures are, from 1, the finest, to 51
     */
    Mp4File(int width, int height, int quantiser) throws IOException {
        Size size = new Size(width, height);
        muxer = MP4Muxer.createMP4Muxer(bytes, Brand.MP4);
        track = muxer.addVideoTrack(Codec.H264,
                VideoCodecMeta.createSimpleVideoCodecMeta(size, ColorSpace.YUV420J));
        encoder = new H264Encoder(new Constant(quantiser));
        encoder.setKeyInterval(2 * RATE);
        // Charts grow where they are: to look for them far away takes most of the time, and finds nothing.
        encoder.setMotionSearchRange(NEAR);
        picture = Picture.create(width, height, ColorSpace.YUV420J);
        encoded = ByteBuffer.allocate(encoder.estimateBufferSize(picture));
    }

    /**
     * Adds a frame.
     *
     * @param duration how long it is shown, in frames
     */
    void add(BufferedImage frame, int duration) throws IOException {
        fill(frame);
        encoded.clear();
        VideoEncoder.EncodedFrame it = encoder.encodeFrame(picture, encoded);
        // The muxer cuts the parameter sets out of the very buffer.
        byte[] data = new byte[it.getData().remaining()];
        it.getData().get(data);
        track.addFrame(Packet.createPacket(ByteBuffer.wrap(data), time, RATE, duration, frames,
                it.isKeyFrame() ? Packet.FrameType.KEY : Packet.FrameType.INTER, null));
        time += duration;
        frames++;
    }

    /** Returns the file; nothing can be added after. */
    byte[] bytes() throws IOException {
        muxer.finish();
        ByteBuffer contents = bytes.getContents();
        byte[] file = new byte[contents.remaining()];
        contents.get(file);
        return file;
    }

    /** Takes the colours as players expect them of such a size: BT.709, 16 to 235, with one colour for four points. */
    private void fill(BufferedImage frame) {
        int width = frame.getWidth();
        int[] pixels = frame.getRGB(0, 0, width, frame.getHeight(), null, 0, width);
        byte[] luma = picture.getPlaneData(0);
        for (int i = 0; i < pixels.length; i++) {
            luma[i] = sample(16 + (0.2126 * red(pixels[i]) + 0.7152 * green(pixels[i]) + 0.0722 * blue(pixels[i]))
                    * 219 / 255);
        }
        byte[] toBlue = picture.getPlaneData(1);
        byte[] toRed = picture.getPlaneData(2);
        for (int i = 0; i < toBlue.length; i++) {
            int corner = i / (width / 2) * 2 * width + i % (width / 2) * 2;
            double red = 0;
            double green = 0;
            double blue = 0;
            for (int at : new int[]{corner, corner + 1, corner + width, corner + width + 1}) {
                red += red(pixels[at]) / 4.0;
                green += green(pixels[at]) / 4.0;
                blue += blue(pixels[at]) / 4.0;
            }
            double grey = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
            toBlue[i] = sample(128 + (blue - grey) / 1.8556 * 224 / 255);
            toRed[i] = sample(128 + (red - grey) / 1.5748 * 224 / 255);
        }
    }

    /** The encoder takes samples less 128. */
    private static byte sample(double value) {
        return (byte) (Math.round(value) - 128);
    }

    private static int red(int colour) {
        return colour >> 16 & 0xFF;
    }

    private static int green(int colour) {
        return colour >> 8 & 0xFF;
    }

    private static int blue(int colour) {
        return colour & 0xFF;
    }

    /** Every picture is as fine as every other. */
    private record Constant(int quantiser) implements RateControl {
        @Override
        public int startPicture(Size size, int most, SliceType type) {
            return quantiser;
        }

        @Override
        public int initialQpDelta() {
            return 0;
        }

        @Override
        public int accept(int bits) {
            return 0;
        }
    }
}
