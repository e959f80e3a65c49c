package org.grokscope.figure.export;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Long curves in few letters: SVG path data with differences instead of coordinates, to a tenth of a unit, which is some
 * hundredths of a millimetre. Differences are taken between rounded places, so errors do not add up.
 */
final class CompactPath {
    private static final Pattern LINES = Pattern.compile("[ML0-9. -]+");
    private static final Pattern POINT = Pattern.compile("([ML])(-?[0-9.]+) (-?[0-9.]+)");
    /** Shapes of few points are small ones, of which every hundredth shows. */
    private static final int LONG = 200;

    private CompactPath() {}

    /** Returns the same curve; what is short or has more than straight lines is returned as it is. */
    static String of(String data) {
        String text = data.strip();
        if (text.length() < LONG || !LINES.matcher(text).matches()) {
            return data;
        }
        StringBuilder path = new StringBuilder();
        long x = 0;
        long y = 0;
        Matcher point = POINT.matcher(text);
        while (point.find()) {
            long nextX = Math.round(10 * Double.parseDouble(point.group(2)));
            long nextY = Math.round(10 * Double.parseDouble(point.group(3)));
            boolean moves = point.group(1).equals("M");
            if (moves || nextX != x || nextY != y) {
                path.append(moves ? "M" : "l");
                append(path, moves ? nextX : nextX - x);
                append(path, moves ? nextY : nextY - y);
            }
            x = nextX;
            y = nextY;
        }
        return path.toString();
    }

    private static void append(StringBuilder path, long tenths) {
        boolean first = Character.isLetter(path.charAt(path.length() - 1));
        if (!first && tenths >= 0) {
            path.append(' ');
        }
        path.append(tenths < 0 ? "-" : "");
        long whole = Math.abs(tenths) / 10;
        long rest = Math.abs(tenths) % 10;
        path.append(whole > 0 || rest == 0 ? Long.toString(whole) : "").append(rest == 0 ? "" : "." + rest);
    }
}
