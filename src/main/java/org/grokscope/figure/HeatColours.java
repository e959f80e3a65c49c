package org.grokscope.figure;

import java.awt.Color;

/**
 * The colours of heat maps: from dark violet over blue and green to yellow, ever lighter, so that they also read in
 * grey and with any colour vision. Shares are placed by their square root, which keeps weak frequencies visible.
 */
final class HeatColours {
    private static final int[] ANCHORS = {0x2B0F4D, 0x3A2F7B, 0x33558E, 0x26788F, 0x219A87, 0x48B970, 0x99D148,
            0xF5E42C};
    private static final int[] TABLE = table();

    private HeatColours() {}

    /** Returns the colour of a share as opaque RGB; shares outside 0..greatest take the nearest end. */
    static int rgb(double share, double greatest) {
        double place = Math.sqrt(Math.clamp(share / greatest, 0, 1));
        return TABLE[(int) Math.round(place * (TABLE.length - 1))];
    }

    private static int[] table() {
        int[] table = new int[256];
        for (int i = 0; i < table.length; i++) {
            double place = (double) i / (table.length - 1) * (ANCHORS.length - 1);
            int left = Math.min((int) place, ANCHORS.length - 2);
            table[i] = mix(new Color(ANCHORS[left]), new Color(ANCHORS[left + 1]), place - left);
        }
        return table;
    }

    private static int mix(Color from, Color to, double share) {
        return new Color(mix(from.getRed(), to.getRed(), share), mix(from.getGreen(), to.getGreen(), share),
                mix(from.getBlue(), to.getBlue(), share)).getRGB();
    }

    private static int mix(int from, int to, double share) {
        return (int) Math.round(from + (to - from) * share);
    }
}
