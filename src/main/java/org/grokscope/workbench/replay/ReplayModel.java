package org.grokscope.workbench.replay;

import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.grokscope.measure.Evaluation;
import org.grokscope.run.RunHistory;

/**
 * A replay of the chosen run: it moves the cursor, which all views follow, from evaluation to evaluation. For use on the
 * JavaFX thread; it needs no display, and whoever calls {@link #advance} is its clock.
 */
public final class ReplayModel {
    /** A cursor that is nowhere. */
    private static final int NOWHERE = -1;

    /** Where a replay stands. */
    public enum Phase {
        /** There is none: the run is shown whole. */
        OFF,
        /** The cursor moves. */
        PLAYING,
        /** The cursor rests or is moved by hand; what comes after it stays hidden. */
        HELD
    }

    private final ObjectProperty<Optional<RunHistory>> run = new SimpleObjectProperty<>(Optional.empty());
    private final IntegerProperty cursorStep = new SimpleIntegerProperty(NOWHERE);
    private final ObjectProperty<ReplaySpeed> speed = new SimpleObjectProperty<>(ReplaySpeed.STEADY);
    private final BooleanProperty inStep = new SimpleBooleanProperty(true);
    private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(Phase.OFF);
    private final ObservableValue<Boolean> veiled = phase.map(now -> now != Phase.OFF);
    /** Between evaluations too: the cursor rests at the last one before it. */
    private double position;
    /** The cursor moves because the replay does, and not because a person moved it. */
    private boolean moving;

    /** Makes a replay of no run. */
    public ReplayModel() {
        run.subscribe((before, now) -> {
            if (!id(before).equals(id(now))) {
                phase.set(Phase.OFF);
            }
        });
        cursorStep.subscribe(step -> movedTo(step.intValue()));
    }

    /** Returns the run that is played. */
    public ObjectProperty<Optional<RunHistory>> runProperty() {
        return run;
    }

    /** Returns the step at which the cursor stands; under 0 when it is nowhere. */
    public IntegerProperty cursorStepProperty() {
        return cursorStep;
    }

    /** Returns how fast the run is played. */
    public ObjectProperty<ReplaySpeed> speedProperty() {
        return speed;
    }

    /** Returns whether all views show the cursor's step; the replay waits for one that does not yet. */
    public BooleanProperty inStepProperty() {
        return inStep;
    }

    /** Returns where the replay stands. */
    public ReadOnlyObjectProperty<Phase> phaseProperty() {
        return phase.getReadOnlyProperty();
    }

    /** Returns whether what comes after the cursor is hidden. */
    public ObservableValue<Boolean> veiled() {
        return veiled;
    }

    /** Returns whether there is anything to play. */
    public ObservableValue<Boolean> playable() {
        return Bindings.createBooleanBinding(() -> evaluations().size() > 1, run);
    }

    /** Plays on from the cursor, from the start when it is at the end or nowhere; holds when it plays. */
    public void toggle() {
        if (phase.get() == Phase.PLAYING) {
            hold();
        } else if (evaluations().size() > 1) {
            int cursor = cursorStep.get();
            position = cursor == NOWHERE || cursor >= last() ? evaluations().getFirst().step() : cursor;
            phase.set(Phase.PLAYING);
            moveCursor((int) position);
        }
    }

    /** Lets the cursor rest where it is. */
    public void hold() {
        if (phase.get() == Phase.PLAYING) {
            phase.set(Phase.HELD);
        }
    }

    /** Plays for a while. At the end of the run the replay is over. */
    void advance(double seconds) {
        if (phase.get() != Phase.PLAYING || !inStep.get()) {
            return;
        }
        int first = evaluations().getFirst().step();
        position += seconds * (last() - first) / speed.get().seconds();
        if (position >= last()) {
            phase.set(Phase.OFF);
            moveCursor(NOWHERE);
        } else {
            moveCursor(latest(position));
        }
    }

    private void moveCursor(int step) {
        moving = true;
        cursorStep.set(step);
        moving = false;
    }

    /** A person who moves the cursor goes on from there; who lets it go wants to see all. */
    private void movedTo(int step) {
        if (moving) {
            return;
        }
        if (step == NOWHERE) {
            phase.set(Phase.OFF);
        } else {
            position = step;
        }
    }

    private int latest(double step) {
        int latest = evaluations().getFirst().step();
        for (Evaluation evaluation : evaluations()) {
            if (evaluation.step() > step) {
                return latest;
            }
            latest = evaluation.step();
        }
        return latest;
    }

    private int last() {
        return evaluations().getLast().step();
    }

    private List<Evaluation> evaluations() {
        return run.get().map(RunHistory::evaluations).orElse(List.of());
    }

    private static String id(Optional<RunHistory> run) {
        return run.map(it -> it.head().id()).orElse("");
    }
}
