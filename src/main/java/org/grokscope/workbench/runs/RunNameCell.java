package org.grokscope.workbench.runs;

import java.util.Locale;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TreeTableCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import org.grokscope.workbench.control.NameLabel;
import org.jspecify.annotations.Nullable;

/** The first cell of a line: colour, star, name, and the state of a run that has grokked and goes on. */
final class RunNameCell extends TreeTableCell<RunRow, RunRow> {
    private static final double DOT = 9;
    private static final Insets CAPTION_AIR = new Insets(4, 0, 4, 0);

    private final Rectangle dot = new Rectangle(DOT, DOT);
    private final Label star = new Label("\u2605");
    private final NameLabel name = new NameLabel();
    private final Label state = new Label();
    private final Label caption = new Label();
    private final VBox words = new VBox(name, caption);
    private final HBox line = new HBox(dot, star, words, state);

    RunNameCell() {
        getStyleClass().add("run-name-cell");
        dot.setArcWidth(4);
        dot.setArcHeight(4);
        dot.getStyleClass().add("run-dot");
        star.getStyleClass().add("run-star");
        star.setMinWidth(Region.USE_PREF_SIZE);
        star.managedProperty().bind(star.visibleProperty());
        name.getStyleClass().add("run-name");
        caption.getStyleClass().addAll("caption", "run-caption");
        caption.setMinWidth(0);
        caption.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        caption.managedProperty().bind(caption.visibleProperty());
        words.setMinWidth(0);
        words.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        state.setMinWidth(Region.USE_PREF_SIZE);
        state.managedProperty().bind(state.visibleProperty());
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("run-line");
    }

    @Override
    protected void updateItem(@Nullable RunRow row, boolean empty) {
        super.updateItem(row, empty);
        if (row == null || empty) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        dot.setFill(Color.rgb(row.colour().getRed(), row.colour().getGreen(), row.colour().getBlue()));
        star.setVisible(row.starred());
        name.show(row.name() + (row.pinned() ? " (baseline)" : ""));
        caption.setText(row.caption());
        caption.setVisible(!row.caption().isEmpty());
        words.setPadding(row.caption().isEmpty() ? Insets.EMPTY : CAPTION_AIR);
        RunOutcome outcome = row.outcome();
        state.setText(outcome.state());
        state.setVisible(!outcome.grokkedAt().isEmpty() && !outcome.state().isEmpty());
        state.getStyleClass().setAll("label", "run-state", tone(outcome));
        setAccessibleText(row.caption().isEmpty() ? row.details() : row.caption() + "\n" + row.details());
        setGraphic(line);
    }

    /** Returns the style class of what a state means. */
    static String tone(RunOutcome outcome) {
        return "tone-" + outcome.tone().name().toLowerCase(Locale.ROOT);
    }
}
