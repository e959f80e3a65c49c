package org.grokscope.workbench.timeline;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import org.grokscope.figure.MovableAlarm;
import org.grokscope.figure.TimelineFigure;
import org.grokscope.measure.Alarm;
import org.grokscope.measure.Milestone;
import org.grokscope.measure.Thresholds;
import org.grokscope.run.RunHistory;
import org.grokscope.workbench.runs.MovedAlarms;
import org.jspecify.annotations.Nullable;

/**
 * Moves the level of an alarm in its chart: dragged, by arrow keys, and typed after a double click or Enter. Backspace brings
 * the recorded one back.
 */
final class AlarmDrag {
    private final TimelineModel model;
    private final MovedAlarms alarms;
    private final Supplier<TimelineFigure> figure;
    private final AlarmField field;
    private MovableAlarm last = new MovableAlarm(Milestone.CEILING, Milestone.CEILING.alarm(Thresholds.PAPER));
    private @Nullable MovableAlarm held;

    /**
     * @param charts the node over which the figure is drawn, from its top left corner on
     * @param keys the node in it that hears of keys
     */
    AlarmDrag(TimelineModel model, MovedAlarms alarms, StackPane charts, Node keys, Supplier<TimelineFigure> figure) {
        this.model = model;
        this.alarms = alarms;
        this.figure = figure;
        this.field = new AlarmField(alarms, keys);
        StackPane.setAlignment(field, Pos.TOP_LEFT);
        charts.getChildren().add(field);
        charts.addEventFilter(MouseEvent.MOUSE_MOVED, this::moved);
        charts.addEventFilter(MouseEvent.MOUSE_PRESSED, this::pressed);
        charts.addEventFilter(MouseEvent.MOUSE_DRAGGED, this::dragged);
        charts.addEventFilter(MouseEvent.MOUSE_RELEASED, this::released);
        charts.addEventFilter(MouseEvent.MOUSE_CLICKED, this::clicked);
        charts.addEventFilter(KeyEvent.KEY_PRESSED, this::typed);
    }

    private Optional<MovableAlarm> at(MouseEvent event) {
        return event.getTarget() instanceof TextInputControl || model.primary().isEmpty()
                ? Optional.empty()
                : figure.get().levelAt(event.getX(), event.getY());
    }

    /** Asks for an alarm to be added. */
    void add() {
        field.askForOne();
    }

    private void moved(MouseEvent event) {
        if (at(event).isPresent() && event.getTarget() instanceof Node node) {
            node.setCursor(Cursor.V_RESIZE);
            model.hoverEnded();
            event.consume();
        }
    }

    private void pressed(MouseEvent event) {
        if (!(event.getTarget() instanceof TextInputControl)) {
            field.setVisible(false);
        }
        held = event.getButton() == MouseButton.PRIMARY ? at(event).orElse(null) : null;
        if (held instanceof MovableAlarm it) {
            last = it;
        }
    }

    private void dragged(MouseEvent event) {
        if (held instanceof MovableAlarm it) {
            held = alarms.move(it, figure.get().valueAt(it.alarm().measure(), event.getY()));
            last = held;
            event.consume();
        }
    }

    private void released(MouseEvent event) {
        if (held != null && !event.isStillSincePress()) {
            event.consume();
        }
        held = null;
    }

    /** A click on a level is none on the curve; a double click asks for the number. */
    private void clicked(MouseEvent event) {
        at(event).filter(_ -> event.getButton() == MouseButton.PRIMARY && event.isStillSincePress())
                .ifPresent(it -> {
                    if (event.getClickCount() == 2) {
                        field.ask(it, event.getX(), event.getY());
                    }
                    event.consume();
                });
    }

    /** Returns what was touched last as it is now; the ceiling where it is gone. */
    private MovableAlarm current(RunHistory run) {
        if (last.milestone().isEmpty() && alarms.further().get().contains(last.alarm())) {
            return last;
        }
        Milestone milestone = last.milestone().orElse(Milestone.CEILING);
        Alarm now = run.alarms().of(milestone);
        return last.alarm().equals(now) ? last : new MovableAlarm(milestone, now);
    }

    private void typed(KeyEvent event) {
        if (event.getTarget() instanceof TextInputControl || model.primary().isEmpty()) {
            return;
        }
        MovableAlarm it = current(model.primary().orElseThrow().history());
        KeyCode code = event.getCode();
        if (code == KeyCode.UP || code == KeyCode.DOWN) {
            last = alarms.nudge(it, code == KeyCode.UP, event.isShiftDown());
        } else if (code == KeyCode.BACK_SPACE) {
            alarms.reset();
        } else if (code == KeyCode.ENTER) {
            double height = figure.get().heightOf(it.alarm().measure(), it.alarm().threshold() * it.unit());
            field.ask(it, 0, Double.isFinite(height) ? height : 0);
        } else {
            return;
        }
        event.consume();
    }
}
