package org.grokscope.text;

/** Words of a command line that a person can paste into a shell. */
public final class ShellWord {
    private ShellWord() {}

    /** Returns a text as one word, quoted where it has to be. */
    public static String of(String text) {
        return text.matches("[A-Za-z0-9_./,:+=@%-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
