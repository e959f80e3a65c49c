package org.grokscope.workbench.circuit;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.IntegerProperty;
import javafx.beans.value.ObservableValue;
import org.grokscope.run.RunHistory;
import org.grokscope.run.StepSearch;

/** Which checkpoint the cursor means: the nearest to it, the earlier of two, or the newest while it is nowhere. */
final class CheckpointCursor {
    /** A cursor that is nowhere. */
    static final int NOWHERE = -1;

    private final ObservableValue<Optional<RunHistory>> run;
    private final IntegerProperty cursorStep;

    CheckpointCursor(ObservableValue<Optional<RunHistory>> run, IntegerProperty cursorStep) {
        this.run = run;
        this.cursorStep = cursorStep;
    }

    private List<Integer> steps() {
        return run.getValue().map(RunHistory::checkpoints).orElse(List.of());
    }

    /** Returns the step of the checkpoint to show, if there is one. */
    OptionalInt shown() {
        int cursor = cursorStep.get();
        return StepSearch.nearest(steps(), cursor < 0 ? Integer.MAX_VALUE : cursor).map(OptionalInt::of)
                .orElse(OptionalInt.empty());
    }

    /** Moves the cursor to the next checkpoint; at the newest one it goes along with the run. */
    void move(boolean later) {
        shown().ifPresent(step -> moveTo(steps().indexOf(step) + (later ? 1 : -1)));
    }

    /** Moves the cursor to the first checkpoint or to the newest. */
    void moveToEnd(boolean newest) {
        moveTo(newest ? steps().size() - 1 : 0);
    }

    private void moveTo(int index) {
        List<Integer> steps = steps();
        if (index >= 0 && index < steps.size()) {
            cursorStep.set(index == steps.size() - 1 ? NOWHERE : steps.get(index));
        }
    }

    /** Returns whether there is a checkpoint on that side of the one that is shown. */
    boolean canMove(boolean later) {
        List<Integer> steps = steps();
        OptionalInt shown = shown();
        return shown.isPresent()
                && (later ? shown.getAsInt() < steps.getLast() : shown.getAsInt() > steps.getFirst());
    }
}
