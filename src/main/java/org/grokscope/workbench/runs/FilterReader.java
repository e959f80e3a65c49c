package org.grokscope.workbench.runs;

import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Predicate;
import org.grokscope.run.RunHistory;

/**
 * Reads what was typed into the filter: words that all hold, {@code or} between alternatives, brackets around them, a minus
 * before what must not hold, quotes around what has spaces. Typing is never finished: a bracket or a quote that is still
 * open ends with the text.
 */
final class FilterReader {
    private static final String OR = "or";
    /** No person nests deeper; more are letters like others. */
    private static final int DEEPEST = 40;

    private final String typed;
    private final Function<Word, Optional<Predicate<RunHistory>>> meaning;
    private int at;
    private int depth;

    /**
     * A word as it was meant.
     *
     * @param text without its quotes
     * @param literal whether it began with a quote, and is a part of a name and nothing else
     */
    record Word(String text, boolean literal) {}

    private FilterReader(String typed, Function<Word, Optional<Predicate<RunHistory>>> meaning) {
        this.typed = typed;
        this.meaning = meaning;
    }

    /**
     * Reads what was typed.
     *
     * @param meaning of a word; empty for a word that is left out
     * @return what a run must be; empty when that is nothing
     */
    static Optional<Predicate<RunHistory>> read(String typed,
            Function<Word, Optional<Predicate<RunHistory>>> meaning) {
        return new FilterReader(typed, meaning).either();
    }

    /** Returns the word that is being typed; empty after a space. */
    static String lastWord(String typed) {
        int start = 0;
        boolean quoted = false;
        for (int i = 0; i < typed.length(); i++) {
            char letter = typed.charAt(i);
            quoted ^= letter == '"';
            boolean first = i == start || i == start + 1 && typed.charAt(start) == '-';
            if (!quoted && (Character.isWhitespace(letter) || letter == '(' && first)) {
                start = i + 1;
            }
        }
        return typed.substring(start);
    }

    private Optional<Predicate<RunHistory>> either() {
        Optional<Predicate<RunHistory>> found = all();
        while (atOr()) {
            at += OR.length();
            found = joined(found, all(), Predicate::or);
        }
        return found;
    }

    private Optional<Predicate<RunHistory>> all() {
        Optional<Predicate<RunHistory>> found = Optional.empty();
        while (more() && !closes() && !atOr()) {
            found = joined(found, part(), Predicate::and);
        }
        return found;
    }

    private Optional<Predicate<RunHistory>> part() {
        boolean not = typed.charAt(at) == '-' && at + 1 < typed.length()
                && !Character.isWhitespace(typed.charAt(at + 1));
        if (not) {
            at++;
        }
        Optional<Predicate<RunHistory>> found = opens() ? group() : meaning.apply(word());
        return not ? found.map(Predicate::negate) : found;
    }

    private Optional<Predicate<RunHistory>> group() {
        at++;
        depth++;
        Optional<Predicate<RunHistory>> found = either();
        if (more()) {
            at++;
        }
        depth--;
        return found;
    }

    private Word word() {
        StringBuilder text = new StringBuilder();
        boolean literal = at < typed.length() && typed.charAt(at) == '"';
        boolean quoted = false;
        for (; at < typed.length(); at++) {
            char letter = typed.charAt(at);
            if (letter == '"') {
                quoted = !quoted;
            } else if (!quoted && (Character.isWhitespace(letter) || closes())) {
                break;
            } else {
                text.append(letter);
            }
        }
        return new Word(text.toString(), literal);
    }

    /** Goes on to the next letter that is no space; returns whether there is one. */
    private boolean more() {
        while (at < typed.length() && Character.isWhitespace(typed.charAt(at))) {
            at++;
        }
        return at < typed.length();
    }

    private boolean opens() {
        return at < typed.length() && typed.charAt(at) == '(' && depth < DEEPEST;
    }

    private boolean closes() {
        return depth > 0 && typed.charAt(at) == ')';
    }

    private boolean atOr() {
        if (!more() || !typed.startsWith(OR, at)) {
            return false;
        }
        int end = at + OR.length();
        return end == typed.length() || Character.isWhitespace(typed.charAt(end)) || typed.charAt(end) == '(';
    }

    private static Optional<Predicate<RunHistory>> joined(Optional<Predicate<RunHistory>> one,
            Optional<Predicate<RunHistory>> other, BinaryOperator<Predicate<RunHistory>> how) {
        return one.isEmpty() ? other : other.isEmpty() ? one : Optional.of(how.apply(one.get(), other.get()));
    }
}
