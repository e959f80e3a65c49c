package org.grokscope.workbench.status;

import java.util.List;

/**
 * What the foot of the window says.
 *
 * @param state what goes on, in a word or two
 * @param tone how that is to be taken
 * @param progress where it stands, from the left
 * @param place what is computed on, and how many runs there are
 */
public record StatusLine(String state, Tone tone, List<String> progress, List<String> place) {
    /** How a state is to be taken. */
    public enum Tone {
        /** Something trains. */
        LIVE,
        /** Nothing does. */
        QUIET,
        /** Something went wrong. */
        BAD
    }

    public StatusLine {
        progress = progress.stream().filter(text -> !text.isEmpty()).toList();
        place = place.stream().filter(text -> !text.isEmpty()).toList();
    }
}
