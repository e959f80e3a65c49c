package org.grokscope.workbench.compare;

import java.util.List;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.grokscope.figure.FigureStyle;
import org.grokscope.figure.LeadThresholdFigure;
import org.grokscope.measure.Alarm;
import org.grokscope.measure.Measure;
import org.grokscope.workbench.chart.FigureViewer;
import org.grokscope.workbench.chart.MarkPointer;

/** The card that shows how the lead of an alarm depends on its threshold, for any measure and persistence. */
final class LeadThresholdCard {
    private static final List<Integer> IN_A_ROW = List.of(1, 2, 3, 5, 10);
    private static final double MEASURE_WIDTH = 176;
    private static final double ROW_WIDTH = 130;

    private final CompareModel model;
    private final FigureViewer viewer = new FigureViewer();
    private final VBox node = new VBox();
    private final MarkPointer pointer;
    private LeadThresholdFigure figure;

    LeadThresholdCard(CompareModel model) {
        this.model = model;
        this.figure = new LeadThresholdFigure(model.alarmProperty().get(), FigureStyle.LIGHT);
        this.pointer = new MarkPointer(viewer, () -> figure);
        ChoiceBox<Measure> measure = choice("lead-measure", "Measure of the alarm", Measure.curves(), Measure::title);
        measure.setPrefWidth(MEASURE_WIDTH);
        ChoiceBox<Integer> row = choice("lead-persistence", "Evaluations in a row", IN_A_ROW,
                it -> it == 1 ? "at once" : it + " in a row");
        row.setPrefWidth(ROW_WIDTH);
        row.setTooltip(new Tooltip("At how many evaluations in a row the measure must lie beyond the threshold"));
        model.alarmProperty().subscribe(alarm -> {
            measure.setValue(alarm.measure());
            row.setValue(alarm.persistence());
        });
        measure.valueProperty().subscribe(chosen -> {
            Alarm now = model.alarmProperty().get();
            if (chosen != null && chosen != now.measure()) {
                model.alarmProperty().set(new Alarm(chosen, Alarm.Side.of(chosen), threshold(chosen),
                        Alarm.Reference.ABSOLUTE, now.persistence()));
            }
        });
        row.valueProperty().subscribe(chosen -> {
            Alarm now = model.alarmProperty().get();
            if (chosen != null && chosen != now.persistence()) {
                model.alarmProperty().set(now.persisting(chosen));
            }
        });
        FlowPane bar = new FlowPane(10, 6, measure, row);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("threshold-bar");
        VBox.setVgrow(viewer, Priority.ALWAYS);
        viewer.setId("lead-threshold-chart");
        viewer.setMinHeight(0);
        node.getChildren().setAll(bar, viewer);
        node.getStyleClass().addAll("card", "compare-chart");
    }

    /** Where nobody has said anything, the mark stands where it does for the milestones. */
    private static double threshold(Measure measure) {
        return switch (measure.scale()) {
            case SHARE, DEGREE -> 0.8;
            case SIGNED -> 0;
            default -> 1;
        };
    }

    private static <T> ChoiceBox<T> choice(String id, String spoken, List<T> values, Function<T, String> name) {
        ChoiceBox<T> box = new ChoiceBox<>();
        box.getItems().setAll(values);
        box.setId(id);
        box.setAccessibleText(spoken);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(T value) {
                return value == null ? "" : name.apply(value);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("It is chosen and not typed.");
            }
        });
        return box;
    }

    Region node() {
        return node;
    }

    FigureViewer viewer() {
        return viewer;
    }

    /** Draws what the model says. */
    void draw(FigureStyle style) {
        Alarm alarm = model.alarmProperty().get();
        if (!figure.is(alarm, style)) {
            figure = new LeadThresholdFigure(alarm, style);
        }
        viewer.show(figure.chart());
        figure.update(model.leadCurve());
        pointer.drawn();
        viewer.setAccessibleText(figure.words());
    }
}
