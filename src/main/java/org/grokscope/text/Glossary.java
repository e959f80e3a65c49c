package org.grokscope.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the terms mean that the window uses: one text for tooltips and manual, {@code glossary.md}. */
public final class Glossary {
    private static final Pattern LINE = Pattern.compile("\\*\\*(.+?)\\*\\* \u2014 (.+)");
    /** The labels that say a term in other words. */
    private static final Map<String, String> LABELS = Map.ofEntries(Map.entry("\u03bb", "weight decay \u03bb"),
            Map.entry("other \u03bb", "weight decay \u03bb"), Map.entry("weight decay", "weight decay \u03bb"),
            Map.entry("ceiling", "FSD ceiling"), Map.entry("norm", "weight norm"),
            Map.entry("train accuracy", "accuracy"), Map.entry("validation accuracy", "accuracy"),
            Map.entry("val. accuracy", "accuracy"), Map.entry("validation", "accuracy"),
            Map.entry("train loss", "loss"), Map.entry("validation loss", "loss"), Map.entry("val. loss", "loss"),
            Map.entry("median rank", "median Fourier rank"), Map.entry("forked at", "fork"),
            Map.entry("\u03b7", "learning rate"));
    private static final SequencedMap<String, String> TERMS = read();

    private Glossary() {}

    /** Returns what a label means, where it is a term or stands for one. */
    public static Optional<String> of(String label) {
        return Optional.ofNullable(TERMS.get(LABELS.getOrDefault(label.toLowerCase(Locale.ROOT), label)));
    }

    /** Returns all terms and their texts, by the alphabet. */
    public static SequencedMap<String, String> terms() {
        return TERMS;
    }

    private static SequencedMap<String, String> read() {
        TreeMap<String, String> terms = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Glossary.class.getResourceAsStream("glossary.md")), StandardCharsets.UTF_8))) {
            reader.lines().map(LINE::matcher).filter(Matcher::matches)
                    .forEach(line -> terms.put(line.group(1), line.group(2)));
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
        return terms;
    }
}
