package org.grokscope.workbench.timeline;

import java.util.Optional;
import java.util.function.IntConsumer;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.grokscope.measure.Evaluation;
import org.grokscope.measure.Measure;
import org.grokscope.run.Forkable;
import org.grokscope.text.StepLabel;

/** The card beside the cursor after a click: where it stands, and the offer to fork there, or where one can. */
final class CursorCard extends VBox {
    private static final double SENTENCE_WIDTH = 210;

    private final Label title = new Label();
    private final Label accuracies = new Label();
    private final Label synchronization = new Label();
    private final Button fork = new Button("Fork here\u2026  F");
    private final Label refusal = new Label();
    private final Hyperlink elsewhere = new Hyperlink();
    private final Hyperlink along = new Hyperlink();
    private final IntConsumer lead;

    /** @param lead leads to a step that can be forked */
    CursorCard(Runnable forkHere, IntConsumer lead) {
        this.lead = lead;
        setId("cursor-card");
        getStyleClass().addAll("read-out", "cursor-card");
        title.getStyleClass().add("read-out-title");
        accuracies.getStyleClass().add("read-out-label");
        synchronization.getStyleClass().add("read-out-label");
        refusal.getStyleClass().add("read-out-label");
        refusal.setId("cursor-refusal");
        refusal.setWrapText(true);
        refusal.setPrefWidth(SENTENCE_WIDTH);
        elsewhere.setId("fork-elsewhere");
        elsewhere.setFocusTraversable(false);
        along.setId("look-along");
        along.setFocusTraversable(false);
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
    void show(Evaluation evaluation, String peak, String place, boolean checkpoint, Optional<Forkable> forkable) {
        title.setText("Step " + StepLabel.of(evaluation.step()) + (place.isEmpty() ? "" : " \u00b7 " + place)
                + (checkpoint ? " \u00b7 checkpoint" : ""));
        accuracies.setText("train " + Measure.TRAIN_ACCURACY.text(evaluation) + "   val "
                + Measure.VALIDATION_ACCURACY.text(evaluation));
        synchronization.setText("FSD " + Measure.FSD.text(evaluation)
                + (evaluation.peakFrequency() == 0 ? "" : "   " + peak)
                + "   \u03bb " + Measure.WEIGHT_DECAY.text(evaluation));
        getChildren().setAll(title, accuracies, synchronization);
        String sentence = forkable.map(it -> it.refusal(evaluation.step())).orElse("");
        if (sentence.isEmpty()) {
            getChildren().add(fork);
        } else {
            refusal.setText(sentence);
            getChildren().add(refusal);
            forkable.filter(Forkable::any).ifPresent(it -> {
                elsewhere.setText("Go to step " + StepLabel.of(it.first()));
                elsewhere.setOnAction(_ -> lead.accept(it.first()));
                getChildren().add(elsewhere);
            });
        }
        applyCss();
        autosize();
    }

    /** Offers to look along a frequency as well. */
    void offer(String frequency, Runnable look) {
        along.setText("Look along " + frequency);
        along.setOnAction(_ -> look.run());
        getChildren().add(along);
        applyCss();
        autosize();
    }
}
