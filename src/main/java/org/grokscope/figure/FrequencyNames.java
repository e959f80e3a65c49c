package org.grokscope.figure;

import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;
import org.grokscope.task.Basis;
import org.grokscope.text.StepLabel;
import org.jspecify.annotations.Nullable;

/** Writes numbers 1..F on an axis as the names that a basis has for its frequencies. */
final class FrequencyNames extends NumberFormat {
    private transient @Nullable Basis basis;

    /** Takes the names of a basis from now on. */
    void of(Basis named) {
        basis = named;
    }

    /** Returns the name of a frequency. */
    String name(double k) {
        Basis named = basis;
        int frequency = (int) Math.round(k);
        return named == null || named.circular() || frequency < 1 || frequency > named.frequencies()
                ? StepLabel.of(k)
                : named.name(frequency);
    }

    /** Returns the name in as little room as it takes to read it beside an axis, for example {@code 2,1,1,1}. */
    private String shortName(double k) {
        return name(k).replaceAll("[()]", "");
    }

    @Override
    public StringBuffer format(double number, StringBuffer text, FieldPosition position) {
        return text.append(shortName(number));
    }

    @Override
    public StringBuffer format(long number, StringBuffer text, FieldPosition position) {
        return text.append(shortName(number));
    }

    @Override
    public @Nullable Number parse(String text, ParsePosition position) {
        return null;
    }
}
