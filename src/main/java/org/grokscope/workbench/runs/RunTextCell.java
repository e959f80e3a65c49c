package org.grokscope.workbench.runs;

import javafx.scene.control.TreeTableCell;
import org.jspecify.annotations.Nullable;

/** A cell that says one thing of a run. A run that has not grokked has its state where the step would stand. */
final class RunTextCell extends TreeTableCell<RunRow, RunRow> {
    private final RunColumn column;

    RunTextCell(RunColumn column) {
        this.column = column;
        getStyleClass().addAll("run-text-cell", column.numeric() ? "numeric" : "words");
    }

    @Override
    protected void updateItem(@Nullable RunRow row, boolean empty) {
        super.updateItem(row, empty);
        getStyleClass().removeIf(style -> style.startsWith("tone-"));
        if (row == null || empty) {
            setText(null);
            return;
        }
        RunOutcome outcome = row.outcome();
        boolean stands = column == RunColumn.GROKKED && outcome.grokkedAt().isEmpty();
        if (stands || column == RunColumn.STATE && !outcome.state().isEmpty()) {
            getStyleClass().add(RunNameCell.tone(outcome));
        }
        setText(column == RunColumn.GROKKED ? stands ? outcome.state() : outcome.grokkedAt() : row.text(column));
    }
}
