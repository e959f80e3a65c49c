package org.grokscope.text;

import java.util.Locale;

/** How steps are written: whole numbers with thousands separators. */
public final class StepLabel {
    private StepLabel() {}

    /** Returns for example {@code 1,700}. */
    public static String of(double step) {
        return String.format(Locale.ROOT, "%,d", Math.round(step));
    }
}
