package org.grokscope.workbench.status;

import java.util.List;
import java.util.Locale;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import javafx.concurrent.Task;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;

/** The line at the foot of the window. */
public final class StatusBar {
    private static final double DOT = 4.5;

    private final ObservableValue<StatusLine> line;
    private final ObservableList<Task<?>> tasks;
    private final Circle dot = new Circle(DOT);
    private final Label state = new Label();
    private final HBox progress = new HBox();
    private final HBox place = new HBox();

    /**
     * Makes the bar that shows a line.
     *
     * @param tasks what goes on and can be cancelled
     */
    public StatusBar(ObservableValue<StatusLine> line, ObservableList<Task<?>> tasks) {
        this.line = line;
        this.tasks = tasks;
    }

    /** Builds the bar. */
    public Region build() {
        state.setId("status");
        state.setMinWidth(80);
        for (HBox part : List.of(progress, place)) {
            part.getStyleClass().add("status-part");
            part.setAlignment(Pos.CENTER_LEFT);
        }
        place.setMinWidth(Region.USE_PREF_SIZE);
        org.controlsfx.control.StatusBar bar = new org.controlsfx.control.StatusBar();
        bar.getStyleClass().add("status-bar-line");
        bar.setText("");
        // The bar itself only tells: the keyboard has nothing to do there but with its button.
        bar.setFocusTraversable(false);
        bar.getLeftItems().setAll(dot, state, progress);
        bar.getRightItems().setAll(new TasksButton(tasks).build(), place);
        line.addListener((_, _, changed) -> show(changed));
        show(line.getValue());
        return bar;
    }

    private void show(StatusLine shown) {
        String tone = "tone-" + shown.tone().name().toLowerCase(Locale.ROOT);
        dot.getStyleClass().setAll("status-dot", tone);
        state.getStyleClass().setAll("label", "status-state", tone);
        state.setText(shown.state());
        write(progress, shown.progress());
        write(place, shown.place());
    }

    private static void write(HBox part, List<String> texts) {
        while (part.getChildren().size() < texts.size()) {
            Label label = new Label();
            label.setMinWidth(0);
            part.getChildren().add(label);
        }
        part.getChildren().remove(texts.size(), part.getChildren().size());
        for (int place = 0; place < texts.size(); place++) {
            ((Label) part.getChildren().get(place)).setText(texts.get(place));
        }
    }
}
