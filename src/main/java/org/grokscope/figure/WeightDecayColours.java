package org.grokscope.figure;

import java.awt.Color;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The colour of a branch: grey for its parent's λ, then green, light blue, indigo, purple and red as λ grows. The
 * colours of λ = 1, 2, 3, 5 and 10 and the grey keep apart in every colour vision, and each has a contrast of 3:1 at
 * least with white and with the dark window. A colour never stands alone: {@link WeightDecayShape} or a label says the same.
 */
public final class WeightDecayColours {
    private static final Color CONTROL = new Color(0x8795A0);
    private static final NavigableMap<Double, Color> ANCHORS = anchors();

    private WeightDecayColours() {}

    /**
     * Returns the colour of a λ; between the anchors it goes with the logarithm of λ.
     *
     * @param control whether it is the parent's own λ
     */
    public static Color of(double weightDecay, boolean control) {
        if (control) {
            return CONTROL;
        }
        var below = ANCHORS.floorEntry(weightDecay);
        var above = ANCHORS.ceilingEntry(weightDecay);
        if (below == null || above == null) {
            return (weightDecay > 1 ? ANCHORS.lastEntry() : ANCHORS.firstEntry()).getValue();
        }
        if (below.getKey().equals(above.getKey())) {
            return below.getValue();
        }
        double share = Math.log(weightDecay / below.getKey()) / Math.log(above.getKey() / below.getKey());
        return mixed(below.getValue(), above.getValue(), share);
    }

    private static Color mixed(Color from, Color to, double share) {
        return new Color(mixed(from.getRed(), to.getRed(), share), mixed(from.getGreen(), to.getGreen(), share),
                mixed(from.getBlue(), to.getBlue(), share));
    }

    private static int mixed(int from, int to, double share) {
        return (int) Math.round(from + (to - from) * share);
    }

    private static NavigableMap<Double, Color> anchors() {
        NavigableMap<Double, Color> anchors = new TreeMap<>();
        anchors.put(0.1, new Color(0x6B6B00));
        anchors.put(1.0, new Color(0x10744E));
        anchors.put(2.0, new Color(0x3499E4));
        anchors.put(3.0, new Color(0x4B54E1));
        anchors.put(5.0, new Color(0xA8379F));
        anchors.put(10.0, new Color(0xCF1A0F));
        anchors.put(40.0, new Color(0x8A5A2B));
        return anchors;
    }
}
