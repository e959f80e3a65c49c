package org.grokscope.workbench.timeline;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.grokscope.measure.Evaluation;
import org.grokscope.measure.Measure;
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
        accuracies.setText("train " + Measure.TRAIN_ACCURACY.text(evaluation) + "   val "
                + Measure.VALIDATION_ACCURACY.text(evaluation));
        synchronization.setText("FSD " + Measure.FSD.text(evaluation)
                + (evaluation.peakFrequency() == 0 ? "" : "   " + Measure.PEAK_FREQUENCY.text(evaluation))
                + "   \u03bb " + Measure.WEIGHT_DECAY.text(evaluation));
        applyCss();
        autosize();
    }
}
