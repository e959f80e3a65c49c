package org.grokscope.workbench.tour;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.grokscope.workbench.control.ClickKeepsFocus;
import org.grokscope.workbench.control.Icon;

/** The station of a tour, above the page that it shows: one sentence, one thing to do, and how to go on. */
public final class TourBar {
    private final TourModel model;

    /** Makes the bar of a tour; there is none to be seen while nobody takes one. */
    public TourBar(TourModel model) {
        this.model = model;
    }

    /** Builds the node. */
    public Region build() {
        Label title = label("tour-title", "tour-title");
        Label say = label("tour-say", "tour-sentence");
        Label task = label("tour-do", "tour-sentence");
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        Button back = button("tour-back", "Back", "The station before", model::back);
        Button next = button("tour-next", "Next", "The next station", model::next);
        next.getStyleClass().add("accent");
        Button skip = button("tour-skip", "", "End the tour; the menu beside the list of runs has it again",
                model::end);
        skip.getStyleClass().add("icon-button");
        skip.setGraphic(Icon.CLOSE.node());
        HBox head = new HBox(title, back, next, skip);
        head.getStyleClass().add("tour-head");
        head.setAlignment(Pos.CENTER_LEFT);
        // Below, where the words have the whole width in a small window, too.
        VBox bar = new VBox(head, say, task);
        bar.setId("tour");
        bar.getStyleClass().add("tour-bar");
        bar.setMinWidth(0);
        bar.managedProperty().bind(bar.visibleProperty());
        model.stopProperty().subscribe(stop -> {
            bar.setVisible(stop.isPresent());
            stop.ifPresent(at -> {
                title.setText(at.number() + " \u00b7 " + at.station().title());
                say.setText(at.station().say());
                task.setText("\u2192 " + at.station().task());
                back.setDisable(at.place() == 0);
                next.setText(at.last() ? "Finish" : "Next");
            });
        });
        return bar;
    }

    private static Label label(String id, String style) {
        Label label = new Label();
        label.setId(id);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private static Button button(String id, String text, String tip, Runnable action) {
        Button button = ClickKeepsFocus.on(new Button(text));
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setTooltip(new Tooltip(tip));
        button.setAccessibleText(text.isEmpty() ? tip : text);
        button.setOnAction(_ -> action.run());
        return button;
    }
}
