package org.grokscope.figure.export;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Optional;
import org.grokscope.file.FileProblem;
import org.grokscope.file.TargetFile;
import org.grokscope.measure.CirclePath;
import org.grokscope.run.RunDirectory;
import org.grokscope.run.RunHistory;
import org.grokscope.run.RunParts;
import org.grokscope.training.TokenPaths;

/** A whole run as a file for people who do not have the program. */
public enum SharedRun {
    /** A page for browsers. */
    PAGE("html"),
    /** A film. */
    FILM("gif");

    private final String ending;

    SharedRun(String ending) {
        this.ending = ending;
    }

    /** Returns how the names of such files end. */
    public String ending() {
        return ending;
    }

    /**
     * Reads a run and writes it.
     *
     * @param replace whether a file that is there already may be replaced; one that belongs to a run never is
     * @return how many bytes that were
     * @throws FileProblem when it cannot be written there
     */
    public long write(RunDirectory run, Path file, boolean replace) throws IOException {
        TargetFile target = new TargetFile(file);
        target.check(replace);
        if (RunParts.hold(file) || RunParts.hold(target.resolved())) {
            throw new FileProblem(file + " belongs to a run and is not replaced.");
        }
        RunHistory history = run.history();
        int frequency = TokenPaths.settledFrequency(history);
        boolean circular = history.head().configuration().learnedTask().basis().circular();
        Optional<CirclePath> circle = frequency == 0 || !circular
                ? Optional.empty()
                : TokenPaths.read(run, history.checkpoints(), frequency);
        byte[] bytes = this == PAGE ? new RunPage(history, circle).bytes() : new RunFilm(history, circle).gif();
        target.write(ByteBuffer.wrap(bytes));
        return bytes.length;
    }
}
