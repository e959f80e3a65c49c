package org.grokscope.text;

/** One of a few choices, which has a name in files, on the command line and in the window. */
public interface Labelled {
    /** Returns the name used in files and on the command line. */
    String label();
}
