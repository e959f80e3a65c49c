package org.grokscope.workbench.newrun;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.grokscope.text.InvalidSetting;

/** Reads fields one by one and remembers which of them are wrong, each with its sentence. */
final class FieldReader {
    private final Map<NewRunField, String> typed;
    private final Map<NewRunField, String> problems = new EnumMap<>(NewRunField.class);

    FieldReader(Map<NewRunField, String> typed) {
        this.typed = typed;
    }

    Map<NewRunField, String> problems() {
        return problems;
    }

    String text(NewRunField field) {
        return typed.getOrDefault(field, "").strip();
    }

    /** A whole number; the fallback when there is none, which is marked. */
    int whole(NewRunField field, int fallback) {
        return parse(field, fallback, "a whole number", () -> Integer.valueOf(plain(text(field))));
    }

    /** A number; the fallback when there is none, which is marked. */
    double number(NewRunField field, double fallback) {
        return parse(field, fallback, "a number", () -> {
            String text = text(field);
            if (!text.matches("[-+0-9.eE]+")) {
                throw new NumberFormatException(text);
            }
            return Double.valueOf(text);
        });
    }

    /** Whole numbers parted by commas; empty when there are none, which is marked. */
    List<Long> seeds(NewRunField field) {
        return parse(field, List.of(), "whole numbers separated by commas", () -> {
            Set<Long> seeds = new LinkedHashSet<>();
            for (String seed : text(field).split("[,\\s]+")) {
                seeds.add(Long.valueOf(seed));
            }
            return new ArrayList<>(seeds);
        });
    }

    /**
     * Tries settings with the value of a field in place.
     *
     * @return the settings; those given as a fallback when the value is refused, which marks the field that the
     *         refusal names
     */
    <T> T attempt(T fallback, Supplier<T> settings) {
        try {
            return settings.get();
        } catch (InvalidSetting refused) {
            problems.putIfAbsent(NewRunField.of(refused.setting()), refused.getMessage());
            return fallback;
        }
    }

    private <T> T parse(NewRunField field, T fallback, String expected, Supplier<T> parsed) {
        try {
            return parsed.get();
        } catch (NumberFormatException notANumber) {
            problems.put(field, text(field).isEmpty()
                    ? field.label() + " is missing: enter " + expected + "."
                    : field.label() + " must be " + expected + ", not '" + text(field) + "'.");
            return fallback;
        }
    }

    /** Numbers may be grouped as this program writes them. */
    private static String plain(String text) {
        return text.matches("[0-9]{1,3}(,[0-9]{3})+") ? text.replace(",", "") : text;
    }
}
