package org.grokscope.workbench.timeline;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import org.grokscope.measure.Alarm;
import org.grokscope.measure.Milestone;
import org.grokscope.measure.Thresholds;
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
    private Optional<Milestone> milestone = Optional.empty();
    private Alarm before = Milestone.CEILING.alarm(Thresholds.PAPER);

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
        setAccessibleText("Level of the alarm");
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

    /** Asks at a place. */
    void ask(Milestone of, Alarm alarm, double x, double y) {
        milestone = Optional.of(of);
        before = alarm;
        setTranslateX(Math.max(60, x));
        setTranslateY(Math.max(0, y - ABOVE));
        setText(alarm.text());
        accept();
        setVisible(true);
        requestFocus();
        selectAll();
    }

    private void commit() {
        try {
            Alarm typed = typed(getText());
            milestone.ifPresent(it -> alarms.move(it, typed));
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
        try {
            return before.at(TypedNumber.real(text));
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
