package org.grokscope.figure;

import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.List;
import org.grokscope.task.Basis;
import org.grokscope.text.StepLabel;
import org.grokscope.text.Superscript;
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

    /** Returns the name in as little room as it takes to read it beside an axis, for example {@code 2,1³} for (2,1,1,1). */
    private String shortName(double k) {
        List<String> parts = List.of(name(k).replaceAll("[()]", "").split(","));
        StringBuilder text = new StringBuilder();
        for (int from = 0, to; from < parts.size(); from = to) {
            to = from;
            while (to < parts.size() && parts.get(to).equals(parts.get(from))) {
                to++;
            }
            text.append(from == 0 ? "" : ",").append(parts.get(from))
                    .append(to - from > 1 ? Superscript.of(to - from) : "");
        }
        return text.toString();
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
