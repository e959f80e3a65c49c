package org.grokscope.workbench.runs;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.grokscope.run.RunHistory;

/** Proposes how the word that is being typed into the filter could go on: with keys, and with values that occur. */
public final class FilterCompletion {
    private static final int MOST = 12;

    private FilterCompletion() {}

    /**
     * Returns what the last word could become.
     *
     * @param typed all that was typed
     * @return at most a dozen words, the likeliest first; none when the word is whole
     */
    public static List<String> of(String typed, List<RunHistory> runs) {
        String last = FilterReader.lastWord(typed).toLowerCase(Locale.ROOT);
        String minus = last.startsWith("-") ? "-" : "";
        String begun = last.substring(minus.length());
        List<String> found = candidates(begun, runs).filter(word -> goesOn(word, begun))
                .limit(MOST).toList();
        return found.stream().anyMatch(word -> word.equalsIgnoreCase(begun)) && found.size() == 1
                ? List.of()
                : found.stream().map(word -> minus + word).toList();
    }

    /** Returns what was typed with another last word. */
    public static String with(String typed, String word) {
        return typed.substring(0, typed.length() - FilterReader.lastWord(typed).length()) + word;
    }

    private static Stream<String> candidates(String begun, List<RunHistory> runs) {
        boolean valued = begun.matches(".*[:=<>].*");
        return valued
                ? Stream.concat(words(runs), numbers(begun, runs))
                : Stream.of(Arrays.stream(FilterFlag.values()).map(FilterFlag::word),
                        FilterKey.all().stream().map(key -> key.word() + key.sign()),
                        FilterWord.all().stream().map(word -> word.word() + ":")).flatMap(each -> each);
    }

    private static Stream<String> words(List<RunHistory> runs) {
        return FilterWord.all().stream()
                .flatMap(word -> word.occurring(runs).map(value -> word.word() + ":" + quoted(value)));
    }

    private static Stream<String> numbers(String begun, List<RunHistory> runs) {
        String head = begun.replaceFirst("[^<>=:]*$", "");
        return FilterKey.of(head.replaceFirst("[<>=]+$", "")).stream()
                .flatMap(key -> key.occurring(runs).map(value -> head + value));
    }

    /** Quotes need not be typed to be proposed. */
    private static boolean goesOn(String word, String begun) {
        return word.replace("\"", "").toLowerCase(Locale.ROOT).startsWith(begun.replace("\"", ""));
    }

    private static String quoted(String value) {
        return value.contains(" ") ? '"' + value + '"' : value;
    }
}
