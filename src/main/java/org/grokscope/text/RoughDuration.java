package org.grokscope.text;

/** How long something will take, by and large: as exact as such a thing can be known. */
public final class RoughDuration {
    private static final double MINUTE = 60;
    private static final double HOUR = 3600;
    private static final int FIVE_SECONDS = 5;
    private static final double STILL_SECONDS = 57.5;
    private static final double STILL_MINUTES = 59.5;
    private static final double STILL_TENTHS = 9.95;

    private RoughDuration() {}

    /** Returns a time, for example {@code 40 s}, {@code 3 min} or {@code 1.5 h}. */
    public static String of(double seconds) {
        return of(seconds, seconds);
    }

    /** Returns a range of times, for example {@code 1–2 min}; one time where both are said alike. */
    public static String of(double shortest, double longest) {
        String from = number(shortest);
        String to = number(longest);
        if (!unit(shortest).equals(unit(longest))) {
            return from + " " + unit(shortest) + " \u2013 " + to + " " + unit(longest);
        }
        return (from.equals(to) ? to : from + "\u2013" + to) + " " + unit(longest);
    }

    private static String unit(double seconds) {
        return seconds < STILL_SECONDS ? "s" : seconds < STILL_MINUTES * MINUTE ? "min" : "h";
    }

    private static String number(double seconds) {
        return switch (unit(seconds)) {
            case "s" -> Long.toString(Math.max(1, Math.round(seconds / FIVE_SECONDS)) * FIVE_SECONDS);
            case "min" -> Long.toString(Math.round(seconds / MINUTE));
            default -> hours(seconds / HOUR);
        };
    }

    private static String hours(double hours) {
        String tenths = NumberText.fixed(hours, hours < STILL_TENTHS ? 1 : 0);
        return tenths.endsWith(".0") ? tenths.substring(0, tenths.length() - 2) : tenths;
    }
}
