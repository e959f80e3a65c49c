package org.grokscope.run;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Damages files as disks, editors, other programs and ill will do; the same for the same seed. */
public final class Damage {
    private static final Pattern JSON_VALUE = Pattern
            .compile("(?<=[:\\[,])\\s*(\"[^\"]*\"|[-+.0-9eE]+|null|true|false)");
    private static final List<String> ODD_VALUES = List.of("null", "true", "-1", "0", "1e999", "-1e-999", "1.5",
            "2147483647", "2147483648", "-2147483648", "9223372036854775807", "99999999999999999999999999", "NaN",
            "\"\"", "\"..\"", "\"../../etc/passwd\"", "\"C:\\\\x\"", "\"\\u0000\"", "\"\\ud800\"", "[]", "{}",
            "[2147483647,2147483647,0]", "[1,[2,[3]]]", "[".repeat(5000), "{\"a\":".repeat(40) + "1" + "}".repeat(40),
            "1".repeat(2000), "\"" + "x".repeat(70_000) + "\"", "\"+1000000000-12-31T23:59:59Z\"");

    private final Random random;

    public Damage(long seed) {
        random = new Random(seed);
    }

    /** Returns a damaged copy. */
    public byte[] of(byte[] sound) {
        byte[] damaged = sound;
        for (int blows = 1 + random.nextInt(3); blows > 0; blows--) {
            damaged = switch (random.nextInt(6)) {
                case 0 -> flipped(damaged);
                case 1 -> joined(damaged, 0, somewhere(damaged), new byte[0], damaged.length);
                case 2 -> without(damaged);
                case 3 -> twice(damaged);
                default -> otherValue(damaged);
            };
        }
        return damaged;
    }

    private int somewhere(byte[] bytes) {
        return random.nextInt(bytes.length + 1);
    }

    private byte[] flipped(byte[] bytes) {
        byte[] copy = bytes.clone();
        if (copy.length > 0) {
            copy[random.nextInt(copy.length)] = (byte) random.nextInt(256);
        }
        return copy;
    }

    private byte[] without(byte[] bytes) {
        int from = somewhere(bytes);
        return joined(bytes, 0, from, new byte[0], Math.min(bytes.length, from + 1 + random.nextInt(50)));
    }

    private byte[] twice(byte[] bytes) {
        int from = somewhere(bytes);
        return joined(bytes, 0, Math.min(bytes.length, from + 1 + random.nextInt(500)), new byte[0], from);
    }

    /** Puts something else where a value of JSON stands. */
    private byte[] otherValue(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        List<MatchResult> values = new ArrayList<>(JSON_VALUE.matcher(text).results().toList());
        if (values.isEmpty()) {
            return flipped(bytes);
        }
        MatchResult value = values.get(random.nextInt(values.size()));
        byte[] other = ODD_VALUES.get(random.nextInt(ODD_VALUES.size())).getBytes(StandardCharsets.UTF_8);
        return joined(bytes, 0, value.start(), other, value.end());
    }

    private static byte[] joined(byte[] bytes, int from, int to, byte[] between, int then) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(bytes, from, to - from);
        all.writeBytes(between);
        all.write(bytes, then, bytes.length - then);
        return all.toByteArray();
    }
}
