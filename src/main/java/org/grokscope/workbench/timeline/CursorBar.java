package org.grokscope.workbench.timeline;

import java.awt.geom.Rectangle2D;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.grokscope.measure.Panel;
import org.grokscope.text.StepLabel;
import org.grokscope.workbench.control.ManyChoice;
import org.grokscope.workbench.replay.ReplayButton;
import org.grokscope.workbench.replay.ReplayModel;

/** The bar under the charts: the cursor as a slider, its step, and how the charts are shown. */
final class CursorBar {
    private static final double STEP_WIDTH = 150;
    private static final double WIDTH_WITH_STEP = 580;
    private static final double CHARTS_WIDTH = 104;

    private final TimelineModel model;
    private final ReplayModel replay;
    private final Label step = new Label();
    private final Scrubber scrubber;

    CursorBar(TimelineModel model, ReplayModel replay) {
        this.model = model;
        this.replay = replay;
        this.scrubber = new Scrubber(model);
    }

    /** Tells where the charts' step axis was drawn. */
    void edges(Rectangle2D plotArea) {
        scrubber.edges(plotArea.getMinX(), plotArea.getMaxX());
    }

    Region build() {
        HBox bar = new HBox();
        ObservableValue<Boolean> narrow = bar.widthProperty().lessThan(WIDTH_WITH_STEP);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        bar.getChildren().setAll(new ReplayButton(replay).build("replay", narrow), step, space, fit(), panels(),
                logarithmic());
        step.getStyleClass().add("cursor-step");
        step.setMinWidth(STEP_WIDTH);
        // Where there is little room, the inspector says the step.
        step.visibleProperty().bind(bar.widthProperty().greaterThan(WIDTH_WITH_STEP));
        step.managedProperty().bind(step.visibleProperty());
        model.runsProperty().subscribe(this::follow);
        model.cursorStepProperty().subscribe(this::follow);
        bar.getStyleClass().add("cursor-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.setMinWidth(0);
        VBox rows = new VBox(scrubber, bar);
        rows.setMinWidth(0);
        rows.disableProperty().bind(model.runsProperty().map(_ -> model.primary().isEmpty()));
        return rows;
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

    private ManyChoice<Panel> panels() {
        // By itself it would be as wide as the longest title of a chart, and push the rest of the bar out of a small window.
        ManyChoice<Panel> panels = new ManyChoice<>("Charts", CHARTS_WIDTH, List.of(Panel.values()),
                Panel.values().length, Panel::shortTitle, model.panelsProperty());
        panels.setId("panels");
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
}
