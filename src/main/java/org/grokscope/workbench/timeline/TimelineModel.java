package org.grokscope.workbench.timeline;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.grokscope.figure.GrokGhost;
import org.grokscope.figure.MarkTarget;
import org.grokscope.figure.StepRange;
import org.grokscope.figure.TimelineRun;
import org.grokscope.measure.Evaluation;
import org.grokscope.measure.Panel;
import org.grokscope.run.Forkable;
import org.grokscope.run.StepSearch;

/**
 * What the timeline shows: runs, the visible stretch of steps, cursor and crosshair. For use on the JavaFX thread; it
 * needs no display.
 */
public final class TimelineModel {
    /** A cursor or crosshair that is nowhere. */
    public static final int NONE = -1;

    private final ObjectProperty<List<TimelineRun>> runs = new SimpleObjectProperty<>(List.of());
    private final ObjectProperty<List<Panel>> panels = new SimpleObjectProperty<>(Panel.DEFAULT);
    private final ObjectProperty<Optional<String>> highlighted = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<MarkTarget> pointed = new SimpleObjectProperty<>(MarkTarget.ITSELF);
    private final ObjectProperty<OptionalInt> clickedFrequency = new SimpleObjectProperty<>(OptionalInt.empty());
    private final IntegerProperty cursorStep = new SimpleIntegerProperty(NONE);
    private final IntegerProperty hoverStep = new SimpleIntegerProperty(NONE);
    private final BooleanProperty clicked = new SimpleBooleanProperty();
    private final BooleanProperty veiled = new SimpleBooleanProperty();
    private final BooleanProperty logAxis = new SimpleBooleanProperty();
    private final BooleanProperty dark = new SimpleBooleanProperty();
    private final ObjectProperty<List<GrokGhost>> ghosts = new SimpleObjectProperty<>(List.of());
    private final ExpectedReach reach = new ExpectedReach();
    private final VisibleSteps visible = new VisibleSteps(runs::get, logAxis::get, reach::expected);

    /** Makes a model without runs. */
    public TimelineModel() {
        ghosts.subscribe(() -> {
            reach();
            visible.keep();
        });
        runs.subscribe((before, now) -> runsChanged(primaryId(before), primaryId(now)));
        cursorStep.subscribe(step -> {
            if (veiled.get() && step.intValue() != NONE) {
                visible.reveal(step.intValue());
            }
        });
    }

    /** The runs that are drawn; one of them is the primary one. */
    public ObjectProperty<List<TimelineRun>> runsProperty() {
        return runs;
    }

    /** Where the primary run, or its branches, are expected to grok. */
    public ObjectProperty<List<GrokGhost>> ghostsProperty() {
        return ghosts;
    }

    /** The panels that are shown, from the top; at least one. */
    public ObjectProperty<List<Panel>> panelsProperty() {
        return panels;
    }

    /** The id of the run that the pointer is on, here or where runs are listed. */
    public ObjectProperty<Optional<String>> highlightedProperty() {
        return highlighted;
    }

    /** What the pointer is on beside curves: a row of the heat map, here or elsewhere its frequency. */
    public ObjectProperty<MarkTarget> pointedProperty() {
        return pointed;
    }

    /** The frequency on whose row the cursor was placed by a click. */
    ObjectProperty<OptionalInt> clickedFrequencyProperty() {
        return clickedFrequency;
    }

    /** The step at which the cursor stands, or {@link #NONE}. */
    public IntegerProperty cursorStepProperty() {
        return cursorStep;
    }

    /** The evaluation under the pointer, by its step, or {@link #NONE}. */
    public IntegerProperty hoverStepProperty() {
        return hoverStep;
    }

    /** Whether the cursor was just placed by a click, which asks for the offer to fork there. */
    public BooleanProperty clickedProperty() {
        return clicked;
    }

    /** Whether what comes after the cursor is hidden, as it is in a replay. */
    public BooleanProperty veiledProperty() {
        return veiled;
    }

    /** Whether the step axis is logarithmic. */
    public BooleanProperty logAxisProperty() {
        return logAxis;
    }

    /** Whether the figure is drawn for a dark window. */
    public BooleanProperty darkProperty() {
        return dark;
    }

    /** The visible stretch of steps. */
    public ReadOnlyObjectProperty<StepRange> visibleProperty() {
        return visible.rangeProperty();
    }

    /** Returns the stretch that is visible when all is shown. */
    StepRange whole() {
        return visible.whole();
    }

    /** Whether the visible stretch is always the whole of the runs; zooming and panning end that, {@link #fit} not. */
    public ReadOnlyBooleanProperty followingProperty() {
        return visible.followingProperty();
    }

    /** Returns the run that cursor and read-out belong to, if there is one. */
    public Optional<TimelineRun> primary() {
        return TimelineRun.primaryOf(runs.get());
    }

    /** Returns the primary run's evaluation at a step, if there is one. */
    public Optional<Evaluation> evaluationAt(int step) {
        return primary().flatMap(run -> run.history().nearestEvaluation(step))
                .filter(evaluation -> evaluation.step() == step);
    }

    /** Returns whether the primary run has a checkpoint at a step. */
    public boolean isCheckpoint(int step) {
        return stops().isCheckpoint(step);
    }

    /** Returns which steps of the primary run can be forked, if there is one. */
    public Optional<Forkable> forkable() {
        return primary().map(run -> Forkable.of(run.history()));
    }

    /** Leads to a step of the primary run: puts the cursor there, and shows it. */
    public void lead(int step) {
        placeCursor(step, 0);
        visible.reveal(step);
    }

    /** Returns what the primary run reached at a step, in a word or two; empty when nothing. */
    public String placeAt(int step) {
        return primary().stream().flatMap(run -> run.history().milestones().reached().entrySet().stream())
                .filter(milestone -> milestone.getValue() == step).map(milestone -> milestone.getKey().title())
                .findFirst().orElse("");
    }

    /** Shows the runs whole, and goes on doing so while they grow. */
    public void fit() {
        visible.fit();
    }

    /**
     * Stretches the axis about a place, which keeps its step.
     *
     * @param place from 0, the left end of the axis, to 1, the right end
     * @param factor what the visible length, as seen on the axis, is multiplied with: under 1 zooms in
     */
    public void zoom(double place, double factor) {
        visible.zoom(place, factor);
    }

    /**
     * Moves along the axis.
     *
     * @param from the stretch that was visible when the movement began
     * @param share how far, in visible lengths; positive shows later steps
     */
    public void pan(StepRange from, double share) {
        visible.pan(from, share);
    }

    /** Puts the crosshair on the evaluation nearest to a step. */
    public void hover(double step) {
        hoverStep.set(primary().flatMap(run -> run.history().nearestEvaluation(step)).map(Evaluation::step)
                .filter(at -> !veiled.get() || at <= cursorStep.get()).orElse(NONE));
    }

    /** Takes the crosshair away. */
    public void hoverEnded() {
        hoverStep.set(NONE);
    }

    /**
     * Puts the cursor on a checkpoint within reach of a step, else on the nearest evaluation.
     *
     * @param reach in steps
     */
    public void placeCursor(double step, double reach) {
        StepSearch.nearest(stops().checkpoints(), step).filter(checkpoint -> Math.abs(checkpoint - step) <= reach)
                .or(() -> StepSearch.nearest(stops().evaluations(), step)).ifPresent(cursorStep::set);
    }

    /** Puts the cursor on the evaluation nearest to a step; at the end of the run it goes along with the run. */
    public void slideCursor(double step) {
        int evaluation = StepSearch.nearest(stops().evaluations(), step).orElse(NONE);
        cursorStep.set(evaluation == lastStep() ? NONE : evaluation);
    }

    /** Returns the step of the primary run's last evaluation; 0 when there is none. */
    public int lastStep() {
        return primary().map(run -> run.history().lastStep()).orElse(0);
    }

    /**
     * Moves the cursor to the next stop, or to the end of the run on that side when it is nowhere.
     *
     * @param later whether to go towards later steps
     * @param everyEvaluation whether to stop at evaluations, or at checkpoints only
     */
    public void moveCursor(boolean later, boolean everyEvaluation) {
        List<Integer> stops = stops().steps(everyEvaluation);
        int cursor = cursorStep.get();
        if (cursor == NONE) {
            cursorToEnd(!later, everyEvaluation);
            return;
        }
        int next = later
                ? StepSearch.atOrAfter(stops, Integer::intValue, cursor + 1)
                : StepSearch.atOrAfter(stops, Integer::intValue, cursor) - 1;
        if (next >= 0 && next < stops.size()) {
            cursorStep.set(stops.get(next));
            visible.reveal(stops.get(next));
        }
    }

    /** Moves the cursor to the first or last stop. */
    public void cursorToEnd(boolean last, boolean everyEvaluation) {
        List<Integer> stops = stops().steps(everyEvaluation);
        if (!stops.isEmpty()) {
            int step = last ? stops.getLast() : stops.getFirst();
            cursorStep.set(step);
            visible.reveal(step);
        }
    }

    /** Shows a panel or takes it away; the last one stays. Panels keep their order. */
    public void showPanel(Panel panel, boolean shown) {
        List<Panel> chosen = Arrays.stream(Panel.values())
                .filter(each -> each == panel ? shown : panels.get().contains(each)).toList();
        if (!chosen.isEmpty()) {
            panels.set(chosen);
        }
    }

    private void runsChanged(String before, String now) {
        int last = primary().map(run -> run.history().lastStep()).orElse(NONE);
        if (!before.equals(now)) {
            hoverStep.set(NONE);
            clicked.set(false);
            reach();
            fit();
        } else {
            visible.keep();
        }
        if (cursorStep.get() > last) {
            cursorStep.set(NONE);
        }
        if (hoverStep.get() > last) {
            hoverStep.set(NONE);
        }
    }

    private void reach() {
        reach.follow(primaryId(runs.get()), ghosts.get(), cursorStep.get() != NONE);
    }

    private Stops stops() {
        return Stops.of(primary());
    }

    private static String primaryId(List<TimelineRun> runs) {
        return TimelineRun.primaryOf(runs).map(run -> run.history().head().id()).orElse("");
    }
}
