package org.grokscope.workbench.runs;

import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** A line of the tree: colour, name, λ, state and where the run grokked. */
final class RunCell extends TreeCell<RunRow> {
    private static final double DOT = 9;
    /** A tree cell takes its width from its content; this one takes it from the tree. */
    private static final double SURROUNDINGS = 14;

    private static final double WEIGHT_DECAY_WIDTH = 30;
    private static final double LAST_WIDTH = 46;

    private final Rectangle dot = new Rectangle(DOT, DOT);
    private final Label name = new Label();
    private final Label state = new Label();
    private final Label weightDecay = new Label();
    private final Label grokked = new Label();
    /** Steps stand under each other; a longer word pushes λ aside and is read in full. */
    private final HBox last = new HBox(grokked);
    private final HBox line = new HBox(dot, name, state, weightDecay, last);
    private final Tooltip tooltip = new Tooltip();

    RunCell() {
        getStyleClass().add("run-cell");
        dot.setArcWidth(4);
        dot.setArcHeight(4);
        dot.getStyleClass().add("run-dot");
        name.getStyleClass().add("run-name");
        name.setTextOverrun(OverrunStyle.ELLIPSIS);
        name.setMaxWidth(Double.MAX_VALUE);
        name.setMinWidth(0);
        HBox.setHgrow(name, Priority.ALWAYS);
        state.getStyleClass().add("run-state");
        weightDecay.getStyleClass().add("run-weight-decay");
        grokked.getStyleClass().add("run-grokked");
        state.setMinWidth(Region.USE_PREF_SIZE);
        weightDecay.setMinWidth(WEIGHT_DECAY_WIDTH);
        grokked.setMinWidth(Region.USE_PREF_SIZE);
        last.setMinWidth(LAST_WIDTH);
        last.setAlignment(Pos.CENTER_RIGHT);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("run-line");
        tooltip.setShowDelay(Duration.millis(500));
        setMinWidth(0);
    }

    @Override
    protected void updateItem(@Nullable RunRow row, boolean empty) {
        super.updateItem(row, empty);
        if (row == null || empty) {
            setGraphic(null);
            setTooltip(null);
            setAccessibleText(null);
            return;
        }
        dot.setFill(Color.rgb(row.colour().getRed(), row.colour().getGreen(), row.colour().getBlue()));
        name.setText(row.name());
        weightDecay.setText(row.weightDecay());
        showOutcome(row.outcome());
        tooltip.setText(row.details());
        setTooltip(tooltip);
        setAccessibleText(row.details());
        setGraphic(line);
    }

    /** A run that has not grokked has its state in the last column; one that has, before it. */
    private void showOutcome(RunOutcome outcome) {
        String tone = "tone-" + outcome.tone().name().toLowerCase(Locale.ROOT);
        boolean stepKnown = !outcome.grokkedAt().isEmpty();
        grokked.setText(stepKnown ? outcome.grokkedAt() : outcome.state());
        grokked.getStyleClass().setAll("label", "run-grokked", stepKnown ? "step" : tone);
        state.setText(outcome.state());
        state.getStyleClass().setAll("label", "run-state", tone);
        state.setManaged(stepKnown && !outcome.state().isEmpty());
        state.setVisible(state.isManaged());
    }

    @Override
    protected double computePrefWidth(double height) {
        return getTreeView() == null ? super.computePrefWidth(height) : getTreeView().getWidth() - SURROUNDINGS;
    }
}
