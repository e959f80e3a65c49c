package org.grokscope.workbench.timeline;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.grokscope.measure.Evaluation;
import org.grokscope.text.NumberText;
import org.grokscope.text.StepLabel;

/** The card beside the cursor after a click: where it stands, and the offer to fork there. */
final class CursorCard extends VBox {
    private final Label title = new Label();
    private final Label accuracies = new Label();
    private final Label synchronization = new Label();
    private final Button fork = new Button("Fork here\u2026  F");

    CursorCard(Runnable forkHere) {
        setId("cursor-card");
        getStyleClass().addAll("read-out", "cursor-card");
        title.getStyleClass().add("read-out-title");
        accuracies.getStyleClass().add("read-out-label");
        synchronization.getStyleClass().add("read-out-label");
        fork.setId("fork-here");
        fork.getStyleClass().add("accent");
        fork.setMaxWidth(Double.MAX_VALUE);
        fork.setFocusTraversable(false);
        fork.setOnAction(_ -> forkHere.run());
        getChildren().setAll(title, accuracies, synchronization, fork);
        setManaged(false);
        setVisible(false);
    }

    /** Shows an evaluation; takes the size it needs. */
    void show(Evaluation evaluation, String place, boolean checkpoint) {
        title.setText("Step " + StepLabel.of(evaluation.step()) + (place.isEmpty() ? "" : " \u00b7 " + place)
                + (checkpoint ? " \u00b7 checkpoint" : ""));
        accuracies.setText("train " + NumberText.percent(evaluation.performance().trainAccuracy()) + "   val "
                + NumberText.percent(evaluation.performance().validationAccuracy()));
        int peak = evaluation.synchronization().peakFrequency();
        synchronization.setText("FSD " + NumberText.fixed(evaluation.synchronization().fsd(), 2)
                + (peak == 0 ? "" : "   k = " + peak) + "   \u03bb " + NumberText.setting(evaluation.weightDecay()));
        applyCss();
        autosize();
    }
}
