package org.grokscope.workbench;

/** The window cannot open; the message says in one sentence what is missing. */
public final class NoDisplay extends Exception {
    /** Makes the refusal for what the toolkit said. */
    NoDisplay(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
