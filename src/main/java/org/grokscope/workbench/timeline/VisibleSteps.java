package org.grokscope.workbench.timeline;

import java.util.List;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.grokscope.figure.StepRange;
import org.grokscope.figure.StepScale;
import org.grokscope.figure.TimelineRun;

/** The stretch of steps that the timeline shows. It lies within the runs, and grows with them while it is the whole. */
final class VisibleSteps {
    private final Supplier<List<TimelineRun>> runs;
    private final Supplier<Boolean> logAxis;
    private final IntSupplier expected;
    private final ReadOnlyObjectWrapper<StepRange> range = new ReadOnlyObjectWrapper<>(StepRange.whole(List.of()));
    private final ReadOnlyBooleanWrapper following = new ReadOnlyBooleanWrapper(true);

    /** @param expected the last step at which something is expected to happen; 0 for nothing */
    VisibleSteps(Supplier<List<TimelineRun>> runs, Supplier<Boolean> logAxis, IntSupplier expected) {
        this.runs = runs;
        this.logAxis = logAxis;
        this.expected = expected;
    }

    ReadOnlyObjectProperty<StepRange> rangeProperty() {
        return range.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty followingProperty() {
        return following.getReadOnlyProperty();
    }

    /** Shows the runs whole, and goes on doing so while they grow. */
    void fit() {
        following.set(true);
        range.set(whole());
    }

    /** Keeps to the runs, which grew or became others. */
    void keep() {
        if (following.get()) {
            fit();
        } else {
            StepScale scale = scale();
            show(scale.position(range.get().lower()), scale.position(range.get().upper()));
        }
    }

    /** As {@link TimelineModel#zoom}. */
    void zoom(double place, double factor) {
        StepScale scale = scale();
        double left = scale.position(range.get().lower());
        double length = scale.position(range.get().upper()) - left;
        double lower = left + place * length * (1 - factor);
        double upper = lower + length * factor;
        if (factor < 1 && scale.step(upper) - scale.step(lower) < leastLength()) {
            return;
        }
        show(lower, upper);
    }

    /** As {@link TimelineModel#pan}. */
    void pan(StepRange from, double share) {
        StepScale scale = scale();
        double lower = scale.position(from.lower());
        double upper = scale.position(from.upper());
        if (following.get() && from.equals(range.get())) {
            return;
        }
        show(lower + share * (upper - lower), upper + share * (upper - lower));
    }

    /** Moves a zoomed axis so that a step is visible. */
    void reveal(int step) {
        if (!range.get().contains(step)) {
            StepScale scale = scale();
            double lower = scale.position(range.get().lower());
            double upper = scale.position(range.get().upper());
            double shift = scale.position(step) - (lower + upper) / 2;
            show(lower + shift, upper + shift);
        }
    }

    /** Shows a stretch given by positions, moved and cut so that it lies within the runs. */
    private void show(double lower, double upper) {
        StepScale scale = scale();
        StepRange whole = whole();
        double first = scale.position(whole.lower());
        double last = scale.position(whole.upper());
        double length = upper - lower;
        if (length >= (last - first) * (1 - 1e-9)) {
            fit();
            return;
        }
        double start = Math.clamp(lower, first, last - length);
        following.set(false);
        range.set(new StepRange(scale.step(start), Math.min(whole.upper(), scale.step(start + length))));
    }

    /** Returns all steps of the runs, and those up to where something is expected. */
    StepRange whole() {
        return StepRange.whole(runs.get()).reaching(expected.getAsInt());
    }

    private StepScale scale() {
        return StepScale.of(logAxis.get(), runs.get());
    }

    private double leastLength() {
        int cadence = TimelineRun.primaryOf(runs.get())
                .map(run -> run.history().head().configuration().evaluation().evaluateEvery()).orElse(1);
        return Math.min(4.0 * cadence, whole().length());
    }
}
