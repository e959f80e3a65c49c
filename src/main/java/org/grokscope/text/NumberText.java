package org.grokscope.text;

import java.util.Locale;

/** How numbers are written for people: grouped by commas, a dash where there is nothing to say. */
public final class NumberText {
    /** Stands where a number would, when there is none. */
    public static final String NONE = "\u2014";
    /** Stands where a number may come, once all is read. */
    public static final String NOT_READ = "\u2026";

    private static final int KILO = 1000;
    private static final int SECONDS_A_MINUTE = 60;
    private static final int MINUTES_AN_HOUR = 60;

    private NumberText() {}

    /** Returns a count, for example {@code 3,500}. */
    public static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** Returns a count and its noun, for example {@code 1 run} or {@code 3,500 runs}. */
    public static String count(long count, String noun) {
        return count(count) + " " + noun + (count == 1 ? "" : "s");
    }

    /** Returns a difference of steps with its sign, for example {@code +2,500}. */
    public static String signed(int steps) {
        return steps < 0 ? "\u2212" + count(-(long) steps) : "+" + count(steps);
    }

    /** Returns a share as a percentage with one decimal, for example {@code 99.8%}. */
    public static String percent(double share) {
        return Double.isFinite(share) ? String.format(Locale.ROOT, "%.1f%%", 100 * share) : NONE;
    }

    /** Returns a number with this many decimals. */
    public static String fixed(double number, int decimals) {
        return Double.isFinite(number) ? String.format(Locale.ROOT, "%,." + decimals + "f", number) : NONE;
    }

    /** Returns a loss: three decimals, or scientific where these would say nothing. */
    public static String loss(double nats) {
        if (!Double.isFinite(nats) || nats == 0 || Math.abs(nats) >= 0.001) {
            return fixed(nats, 3);
        }
        // 7.7e-04 reads better as 7.7e-4.
        return String.format(Locale.ROOT, "%.1e", nats).replace("e-0", "e-");
    }

    /** Returns a setting as short as it can be said, for example {@code 1}, {@code 0.3} or {@code 0.001}. */
    public static String setting(double value) {
        return PlainNumber.of(value);
    }

    /** Returns an amount of data, for example {@code 5.1 MB} or {@code 107 MB}. */
    public static String bytes(long bytes) {
        if (bytes < KILO * KILO) {
            return count(Math.max(1, Math.round(bytes / (double) KILO))) + " kB";
        }
        double mega = bytes / (double) (KILO * KILO);
        return Math.round(mega) < KILO ? digits(mega) + " MB" : digits(mega / KILO) + " GB";
    }

    /** Nobody asks for the tenth of ten. */
    private static String digits(double amount) {
        return fixed(amount, Math.round(amount * 10) < 100 ? 1 : 0);
    }

    /** Returns a speed, for example {@code 41.8 steps/s}; empty before it is known. */
    public static String speed(double stepsPerSecond) {
        return Double.isFinite(stepsPerSecond)
                ? fixed(stepsPerSecond, stepsPerSecond < 100 ? 1 : 0) + " steps/s"
                : "";
    }

    /** Returns a time to wait, for example {@code 1 min 9 s}; empty when it is not known. */
    public static String duration(double seconds) {
        if (!Double.isFinite(seconds) || seconds < 0) {
            return "";
        }
        long whole = Math.round(seconds);
        long minutes = whole / SECONDS_A_MINUTE;
        if (minutes == 0) {
            return whole + " s";
        }
        if (minutes < MINUTES_AN_HOUR) {
            return minutes + " min " + whole % SECONDS_A_MINUTE + " s";
        }
        return count(minutes / MINUTES_AN_HOUR) + " h " + minutes % MINUTES_AN_HOUR + " min";
    }
}
