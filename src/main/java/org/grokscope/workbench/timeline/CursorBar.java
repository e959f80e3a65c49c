package org.grokscope.workbench.timeline;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.grokscope.measure.Panel;
import org.grokscope.text.StepLabel;
import org.grokscope.workbench.replay.ReplayButton;
import org.grokscope.workbench.replay.ReplayModel;

/** The bar under the charts: the cursor as a slider, its step, and how the charts are shown. */
final class CursorBar {
    private static final double STEP_WIDTH = 150;
    private static final double WIDTH_WITH_STEP = 580;

    private final TimelineModel model;
    private final ReplayModel replay;
    private final Label step = new Label();

    CursorBar(TimelineModel model, ReplayModel replay) {
        this.model = model;
        this.replay = replay;
    }

    Region build() {
        Scrubber scrubber = new Scrubber(model);
        HBox bar = new HBox();
        ObservableValue<Boolean> narrow = bar.widthProperty().lessThan(WIDTH_WITH_STEP);
        bar.getChildren().setAll(new ReplayButton(replay).build("replay", narrow), scrubber, step, fit(), panels(),
                logarithmic());
        HBox.setHgrow(scrubber, Priority.ALWAYS);
        step.getStyleClass().add("cursor-step");
        step.setMinWidth(STEP_WIDTH);
        step.setAlignment(Pos.CENTER_RIGHT);
        // Where there is little room, the inspector says the step.
        step.visibleProperty().bind(bar.widthProperty().greaterThan(WIDTH_WITH_STEP));
        step.managedProperty().bind(step.visibleProperty());
        model.runsProperty().subscribe(this::follow);
        model.cursorStepProperty().subscribe(this::follow);
        bar.getStyleClass().add("cursor-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.setMinWidth(0);
        bar.disableProperty().bind(model.runsProperty().map(_ -> model.primary().isEmpty()));
        return bar;
    }

    private void follow() {
        int last = model.lastStep();
        int cursor = model.cursorStepProperty().get();
        step.setText(
                "step " + StepLabel.of(cursor == TimelineModel.NONE ? last : cursor) + " of " + StepLabel.of(last));
    }

    private Button fit() {
        Button fit = new Button("Fit");
        fit.setId("fit");
        fit.setMinWidth(Region.USE_PREF_SIZE);
        fit.setTooltip(new Tooltip("Show the whole run (double-click on the charts)"));
        fit.setOnAction(_ -> model.fit());
        fit.disableProperty().bind(model.followingProperty());
        return fit;
    }

    private MenuButton panels() {
        MenuButton panels = new MenuButton("Charts");
        panels.setId("panels");
        panels.setMinWidth(Region.USE_PREF_SIZE);
        for (Panel panel : Panel.values()) {
            panels.getItems().add(item(model, panel));
        }
        return panels;
    }

    private ToggleButton logarithmic() {
        ToggleButton logarithmic = new ToggleButton("log x");
        logarithmic.setId("log-axis");
        logarithmic.setMinWidth(Region.USE_PREF_SIZE);
        logarithmic.setTooltip(new Tooltip("Logarithmic step axis"));
        logarithmic.selectedProperty().bindBidirectional(model.logAxisProperty());
        return logarithmic;
    }

    /** A menu item that shows a panel or takes it away. */
    static CheckMenuItem item(TimelineModel model, Panel panel) {
        CheckMenuItem item = new CheckMenuItem(panel.shortTitle());
        item.setOnAction(_ -> {
            model.showPanel(panel, item.isSelected());
            item.setSelected(model.panelsProperty().get().contains(panel));
        });
        model.panelsProperty().subscribe(shown -> item.setSelected(shown.contains(panel)));
        return item;
    }
}
