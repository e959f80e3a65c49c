package org.grokscope.file;

import java.io.IOException;

/**
 * What a caller named cannot be used: a run, folder or file that is absent, damaged, too new or in use. The message is
 * one sentence for that person.
 */
public class FileProblem extends IOException {
    /** @param sentence what is wrong, and where */
    public FileProblem(String sentence) {
        super(sentence);
    }

    /**
     * @param sentence what is wrong, and where
     * @param cause for the log
     */
    public FileProblem(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
