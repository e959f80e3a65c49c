package org.grokscope.workbench.replay;

import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
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
    /** Numbers that change more often than this cannot be read. */
    private static final double READING_SECONDS = 0.2;

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
    private final ReadOnlyIntegerWrapper readableStep = new ReadOnlyIntegerWrapper(NOWHERE);
    private final ObjectProperty<ReplaySpeed> speed = new SimpleObjectProperty<>(ReplaySpeed.STEADY);
    /** Between evaluations too: the cursor rests at the last one before it. */
    private final ReadOnlyDoubleWrapper position = new ReadOnlyDoubleWrapper();
    private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(Phase.OFF);
    private final ObservableValue<Boolean> veiled = phase.map(now -> now != Phase.OFF);
    /** The cursor moves because the replay does, and not because a person moved it. */
    private boolean moving;
    /** For how long the numbers that are shown have stood. */
    private double unchangedSeconds;

    /** Makes a replay of no run. */
    public ReplayModel() {
        run.subscribe((before, now) -> {
            if (!id(before).equals(id(now))) {
                phase.set(Phase.OFF);
            }
            if (cursorStep.get() == NOWHERE && phase.get() == Phase.OFF) {
                position.set(end());
            }
        });
        cursorStep.subscribe(step -> movedTo(step.intValue()));
        phase.subscribe(this::letRead);
    }

    /** Returns the run that is played. */
    public ObjectProperty<Optional<RunHistory>> runProperty() {
        return run;
    }

    /** Returns the step at which the cursor stands; under 0 when it is nowhere. */
    public IntegerProperty cursorStepProperty() {
        return cursorStep;
    }

    /**
     * Returns the step whose numbers and predictions are shown: the cursor's; while the replay plays it follows only as often as
     * numbers can be read, because to tell them costs more than to move all marks.
     */
    public ReadOnlyIntegerProperty readableStepProperty() {
        return readableStep.getReadOnlyProperty();
    }

    /** Returns how fast the run is played. */
    public ObjectProperty<ReplaySpeed> speedProperty() {
        return speed;
    }

    /** Returns the moment that is shown, in steps, between evaluations too; without a cursor the run's last. */
    public ReadOnlyDoubleProperty positionProperty() {
        return position.getReadOnlyProperty();
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
            int from = cursor == NOWHERE || cursor >= last() ? evaluations().getFirst().step() : cursor;
            moveCursor(from);
            phase.set(Phase.PLAYING);
            position.set(from);
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
        if (phase.get() != Phase.PLAYING) {
            return;
        }
        int first = evaluations().getFirst().step();
        double now = position.get() + seconds * (last() - first) / speed.get().seconds();
        position.set(Math.min(now, last()));
        unchangedSeconds += seconds;
        if (now >= last()) {
            phase.set(Phase.OFF);
            moveCursor(NOWHERE);
        } else {
            moveCursor(latest(now));
        }
    }

    /** Shows a moment, and lets the cursor rest at the last evaluation before it; a person drags it there. */
    public void drag(double step) {
        if (evaluations().isEmpty()) {
            return;
        }
        hold();
        position.set(Math.clamp(step, evaluations().getFirst().step(), last()));
        moveCursor(position.get() >= last() && phase.get() == Phase.OFF ? NOWHERE : latest(position.get()));
    }

    private void moveCursor(int step) {
        moving = true;
        cursorStep.set(step);
        moving = false;
    }

    private void letRead() {
        if (phase.get() != Phase.PLAYING || unchangedSeconds >= READING_SECONDS) {
            unchangedSeconds = 0;
            readableStep.set(cursorStep.get());
        }
    }

    /** A person who moves the cursor goes on from there; who lets it go wants to see all. */
    private void movedTo(int step) {
        letRead();
        if (moving) {
            return;
        }
        if (step == NOWHERE) {
            phase.set(Phase.OFF);
            position.set(end());
        } else {
            position.set(step);
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

    private int end() {
        return evaluations().isEmpty() ? 0 : last();
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
