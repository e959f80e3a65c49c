package org.grokscope.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Standard output, which remembers that it could not be written: a run is not broken off for it, but no result that was lost
 * passes for one that was told.
 */
final class ResultStream extends OutputStream {
    private final OutputStream to;
    private @Nullable IOException problem;

    ResultStream(OutputStream to) {
        this.to = to;
    }

    /** Returns this process's standard output. */
    static ResultStream standard() {
        return new ResultStream(new FileOutputStream(FileDescriptor.out));
    }

    /** Returns what prints to it, in the encoding of the terminal. */
    PrintWriter writer() {
        return new PrintWriter(new OutputStreamWriter(this, System.out.charset()), true);
    }

    /** Returns why something was lost; empty when nothing was, or whoever read had read enough and went. */
    synchronized Optional<String> lost() {
        String why = problem == null ? "" : String.valueOf(problem.getMessage());
        return problem == null || why.toLowerCase(Locale.ROOT).contains("pipe") ? Optional.empty() : Optional.of(why);
    }

    @Override
    public void write(int b) {
        write(new byte[]{(byte) b}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int from, int length) {
        if (problem != null) {
            return;
        }
        try {
            to.write(bytes, from, length);
        } catch (IOException e) {
            problem = e;
        }
    }
}
