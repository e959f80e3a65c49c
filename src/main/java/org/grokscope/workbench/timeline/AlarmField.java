package org.grokscope.workbench.timeline;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import org.grokscope.figure.MovableAlarm;
import org.grokscope.measure.Alarm;
import org.grokscope.text.InvalidSetting;
import org.grokscope.text.TypedNumber;
import org.grokscope.workbench.control.TermTooltip;
import org.grokscope.workbench.runs.MovedAlarms;

/** Asks for the level of an alarm, over the charts: a number, or a whole alarm, as on the command line. */
final class AlarmField extends TextField {
    private static final double WIDTH = 210;
    private static final double ABOVE = 30;

    private final MovedAlarms alarms;
    private final Node after;
    private final Tooltip problem = TermTooltip.tooltip("");
    private Optional<MovableAlarm> before = Optional.empty();

    /** @param after has the keyboard again when it is done */
    AlarmField(MovedAlarms alarms, Node after) {
        this.alarms = alarms;
        this.after = after;
        initialize();
    }

    private void initialize() {
        setId("alarm-field");
        setVisible(false);
        setMaxSize(WIDTH, USE_PREF_SIZE);
        setAccessibleText("Alarm");
        setPromptText("fsd-top-2>=0.8 for 3");
        setOnAction(_ -> commit());
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                leave();
                event.consume();
            }
        });
        focusedProperty().subscribe((_, focused) -> {
            if (!focused) {
                setVisible(false);
            }
        });
    }

    /** Asks for another level of an alarm, at a place. */
    void ask(MovableAlarm alarm, double x, double y) {
        before = Optional.of(alarm);
        setText(alarm.alarm().text());
        show(x, y);
    }

    /** Asks for an alarm to be added. */
    void askForOne() {
        before = Optional.empty();
        setText("");
        show(0, 0);
    }

    private void show(double x, double y) {
        setTranslateX(Math.max(60, x));
        setTranslateY(Math.max(0, y - ABOVE));
        accept();
        setVisible(true);
        requestFocus();
        selectAll();
    }

    private void commit() {
        try {
            Alarm typed = typed(getText());
            before.ifPresentOrElse(it -> alarms.replace(it, typed), () -> alarms.add(typed));
            leave();
        } catch (InvalidSetting refused) {
            problem.setText(refused.getMessage());
            setTooltip(problem);
            getStyleClass().remove("wrong");
            getStyleClass().add("wrong");
        }
    }

    /** A number is another level of the same alarm. */
    private Alarm typed(String text) {
        if (before.isEmpty()) {
            return Alarm.parse(text);
        }
        try {
            return before.get().alarm().at(TypedNumber.real(text));
        } catch (NumberFormatException _) {
            return Alarm.parse(text);
        }
    }

    private void leave() {
        accept();
        setVisible(false);
        after.requestFocus();
    }

    private void accept() {
        setTooltip(null);
        getStyleClass().remove("wrong");
    }
}
