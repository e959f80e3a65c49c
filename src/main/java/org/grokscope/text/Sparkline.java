package org.grokscope.text;

/** A curve of shares as one line of text: eighths of a block, one character for each piece of the curve. */
public final class Sparkline {
    private static final String BLOCKS = "\u2581\u2582\u2583\u2584\u2585\u2586\u2587\u2588";

    private Sparkline() {}

    /**
     * Draws values from 0 to 1; what lies outside is drawn at the edge, what is not a number as a blank.
     *
     * @param values of which each character shows the last of its piece, so that the line ends with the newest
     * @param width characters at most; fewer values have a character each
     */
    public static String of(double[] values, int width) {
        int characters = Math.min(width, values.length);
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < characters; i++) {
            double value = values[(int) ((long) (i + 1) * values.length / characters) - 1];
            int height = (int) Math.round(Math.clamp(value, 0, 1) * (BLOCKS.length() - 1));
            line.append(Double.isNaN(value) ? ' ' : BLOCKS.charAt(height));
        }
        return line.toString();
    }
}
