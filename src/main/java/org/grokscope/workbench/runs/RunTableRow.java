package org.grokscope.workbench.runs;

import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeTableRow;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** A line of the list, which lights up when the pointer is on it or on its curve. */
final class RunTableRow extends TreeTableRow<RunRow> {
    private static final PseudoClass HIGHLIGHTED = PseudoClass.getPseudoClass("highlighted");
    private static final PseudoClass GROKKED = PseudoClass.getPseudoClass("just-grokked");
    private static final double TOOLTIP_WIDTH = 420;

    private final RunsModel model;
    private final Tooltip tooltip = new Tooltip();

    RunTableRow(RunsModel model) {
        this.model = model;
        tooltip.setShowDelay(Duration.millis(500));
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(TOOLTIP_WIDTH);
        hoverProperty().subscribe(hovered -> {
            RunRow row = getItem();
            if (hovered && row != null && row.run() != null) {
                model.highlighted().set(Optional.of(row.id()));
            } else if (!hovered && row != null && model.highlighted().get().equals(Optional.of(row.id()))) {
                model.highlighted().set(Optional.empty());
            }
        });
    }

    /** Shows whether it is the one that the pointer is on, and whether its run has just grokked. */
    void light() {
        RunRow row = getItem();
        pseudoClassStateChanged(HIGHLIGHTED,
                row != null && model.highlighted().get().equals(Optional.of(row.id())));
        pseudoClassStateChanged(GROKKED, row != null && model.justGrokked().contains(row.id()));
    }

    @Override
    protected void updateItem(@Nullable RunRow row, boolean empty) {
        super.updateItem(row, empty);
        if (row == null || empty) {
            setTooltip(null);
        } else {
            tooltip.setText(row.details());
            setTooltip(tooltip);
        }
        light();
    }
}
