package org.grokscope.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.grokscope.run.RunDirectory;
import org.grokscope.run.RunHistory;
import org.grokscope.run.RunState;

/**
 * A run that is what a cell asks for.
 *
 * @param archived whether it came with the program, without checkpoints, and cannot be written
 */
public record FoundRun(RunDirectory directory, RunHistory history, boolean archived) {
    /** Returns the run's id. */
    public String id() {
        return history.head().id();
    }

    /** Returns whether it has come to its end. */
    public boolean ended() {
        return history.state() == RunState.FINISHED || history.state() == RunState.DIVERGED;
    }

    /** Returns where a finding is kept. */
    public Path file(Finding finding) {
        return directory.path().resolve(finding.file());
    }

    /** Returns whether all that is wanted of it is known; of a run that never came to it there is nothing to know. */
    boolean complete(Finding finding) {
        boolean asked = finding.required()
                && finding.milestone().filter(it -> history.milestones().step(it).isPresent()).isPresent();
        return ended() && (!asked || Files.exists(file(finding)));
    }

    /** Returns the step of the checkpoint in which a finding is measured, if there is one. */
    OptionalInt checkpointFor(Finding finding) throws IOException {
        OptionalInt from = finding.milestone().map(history.milestones()::step).orElse(OptionalInt.empty());
        return from.isEmpty()
                ? from
                : directory.checkpointSteps().stream().mapToInt(Integer::intValue)
                        .filter(step -> step >= from.getAsInt()).findFirst();
    }

    /** Returns whether a branch can leave it, where it came to that. */
    boolean forkableFor(Trial.Forked branch) throws IOException {
        OptionalInt step = branch.at().step(history);
        return !archived && ended() && step.isPresent()
                && directory.resumableSteps().stream().anyMatch(at -> branch.does().looks()
                        ? at == step.getAsInt()
                        : at <= step.getAsInt());
    }
}
