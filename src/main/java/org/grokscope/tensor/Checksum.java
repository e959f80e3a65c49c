package org.grokscope.tensor;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32C;

/**
 * The checksum of a safetensors file: CRC-32C of its JSON header, with the checksum's own eight digits as zeros, and of
 * its data. It stands in the header's metadata, where other readers pass over it.
 */
public final class Checksum {
    public static final String KEY = "crc32c";
    /** What stands for the checksum while it is computed. */
    public static final String BLANK = "00000000";

    private static final byte[] FIELD = ("\"" + KEY + "\":\"").getBytes(StandardCharsets.US_ASCII);

    private Checksum() {}

    /** Replaces the blank checksum in a header by the right one; a header without stays as it is. */
    public static void fill(byte[] header, ByteBuffer data) {
        int at = digits(header);
        if (at >= 0) {
            System.arraycopy(of(header, data).getBytes(StandardCharsets.US_ASCII), 0, header, at, BLANK.length());
        }
    }

    /** Returns whether header and data are what was written; true for a header without a checksum. */
    public static boolean holds(byte[] header, ByteBuffer data) {
        int at = digits(header);
        if (at < 0) {
            return true;
        }
        byte[] blank = header.clone();
        Arrays.fill(blank, at, at + BLANK.length(), (byte) '0');
        String written = new String(header, at, BLANK.length(), StandardCharsets.US_ASCII);
        return written.equals(of(blank, data));
    }

    private static String of(byte[] header, ByteBuffer data) {
        CRC32C sum = new CRC32C();
        sum.update(header);
        sum.update(data.duplicate());
        return "%08x".formatted(sum.getValue());
    }

    /** Returns where the checksum's digits begin; -1 when there are none. */
    private static int digits(byte[] header) {
        for (int start = 0; start + FIELD.length + BLANK.length() <= header.length; start++) {
            if (Arrays.equals(header, start, start + FIELD.length, FIELD, 0, FIELD.length)) {
                return start + FIELD.length;
            }
        }
        return -1;
    }
}
