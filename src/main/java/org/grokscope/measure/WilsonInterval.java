package org.grokscope.measure;

/**
 * What a share of so many says of the rate behind it: Wilson's 95% interval (Wilson, JASA 22, 1927), which also holds for
 * none and for all of a few.
 *
 * <pre>
 * (p + z²/2n ± z √(p(1-p)/n + z²/4n²)) / (1 + z²/n),   z = 1.959964
 * </pre>
 */
public final class WilsonInterval {
    private static final double Z = 1.959963984540054;

    private WilsonInterval() {}

    /**
     * Returns the interval.
     *
     * @param some at most as many as there are
     * @param all at least 1
     */
    public static Interval of(int some, int all) {
        if (all < 1 || some < 0 || some > all) {
            throw new IllegalArgumentException(some + " of " + all + " is no share.");
        }
        double share = (double) some / all;
        double z2 = Z * Z / all;
        double middle = (share + z2 / 2) / (1 + z2);
        double reach = Z * Math.sqrt(share * (1 - share) / all + z2 / (4.0 * all)) / (1 + z2);
        return new Interval(Math.max(0, middle - reach), Math.min(1, middle + reach));
    }
}
