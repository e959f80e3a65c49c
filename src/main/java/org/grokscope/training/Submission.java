package org.grokscope.training;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * A run that is to be trained.
 *
 * @param run its directory
 * @param from the step of the checkpoint to go on from; empty for the newest
 * @param steps its new last step, counted from 0; empty keeps that of run.json
 */
public record Submission(Path run, OptionalInt from, OptionalInt steps) {
    public Submission {
        run = run.toAbsolutePath().normalize();
    }

    /** A run that begins, or goes on from its newest checkpoint to its own last step. */
    public static Submission of(Path run) {
        return new Submission(run, OptionalInt.empty(), OptionalInt.empty());
    }

    /** Returns what is not usual about it, as options of the command line. */
    public List<String> options() {
        List<String> options = new ArrayList<>();
        from.ifPresent(step -> options.addAll(List.of("--from", Integer.toString(step))));
        steps.ifPresent(step -> options.addAll(List.of("--steps", Integer.toString(step))));
        return options;
    }
}
