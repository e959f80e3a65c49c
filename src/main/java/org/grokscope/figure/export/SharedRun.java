package org.grokscope.figure.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.grokscope.figure.Cancelled;
import org.grokscope.file.FileBody;
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
    /** A film that goes round and round wherever pictures are shown. */
    GIF("gif"),
    /** A film for players and slides. */
    MP4("mp4");

    private final String ending;

    SharedRun(String ending) {
        this.ending = ending;
    }

    /** Returns the kind of film that a file's name asks for: MP4 where it ends so, else GIF. */
    public static SharedRun film(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".mp4") ? MP4 : GIF;
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
        byte[] bytes = switch (this) {
            case PAGE -> new RunPage(history, circle).bytes();
            case GIF -> new RunFilm(history, circle).gif();
            case MP4 -> new RunFilm(history, circle).mp4();
        };
        Cancelled.check();
        return target.write(FileBody.of(bytes));
    }
}
