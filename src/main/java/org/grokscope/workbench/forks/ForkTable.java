package org.grokscope.workbench.forks;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.text.TextAlignment;
import org.grokscope.figure.MarkTarget;
import org.grokscope.workbench.control.TermTooltip;

/** The table of cells: a line for each λ. */
final class ForkTable extends BranchTable {
    private static final List<String> HEADS = List.of("\u03bb", "draws", "grokked at", "\u0394t", "norm at grok",
            "grokked");
    private static final double LEAST_OUTCOME = 84;
    private static final double GAP = 12;
    private static final double TIGHT_GAP = 7;

    private List<CellRow> shown = List.of();
    private boolean narrow;

    ForkTable(BranchPointers pointers) {
        super(pointers, HEADS.size(), Priority.SOMETIMES);
    }

    /**
     * Takes over the lines.
     *
     * @param tight whether there is little room for columns: then outcomes have lines of their own
     */
    void show(List<CellRow> rows, boolean tight) {
        if (rows.equals(shown) && tight == narrow) {
            return;
        }
        shown = rows;
        narrow = tight;
        setHgap(tight ? TIGHT_GAP : GAP);
        clear();
        int columns = tight ? HEADS.size() - 1 : HEADS.size();
        addHead(columns);
        for (int column = 0; column < columns; column++) {
            String head = HEADS.get(column);
            Label title = head(tight ? head.replace("norm at grok", "norm") : head, "forks-head-text");
            TermTooltip.explain(title, head);
            add(title, column, 0);
        }
        for (int i = 0; i < rows.size(); i++) {
            show(rows.get(i), tight ? 2 * i + 1 : i + 1);
        }
    }

    private void show(CellRow row, int line) {
        addLine(MarkTarget.of(row.runs()), line, narrow ? HEADS.size() - 1 : HEADS.size(), narrow ? 2 : 1);
        Label name = cell(row.label(), "forks-cell");
        name.setGraphic(MarkerNode.of(row.weightDecay(), row.control()));
        List<Label> cells = List.of(name, cell(row.draws(), "forks-cell"), cell(row.grokkedAt(), "forks-cell"),
                cell(row.delay(), "forks-cell"), cell(row.norm(), "forks-cell"));
        addCells(line, cells);
        if (narrow) {
            add(outcome(row, "forks-outcome"), 0, line + 1, cells.size(), 1);
        } else {
            add(outcome(row, "forks-cell"), cells.size(), line);
        }
    }

    /** It breaks after its commas only. */
    private Label outcome(CellRow row, String style) {
        Label outcome = cell(row.outcome().replace(' ', '\u00a0').replace(",\u00a0", ", "), style);
        outcome.setWrapText(true);
        outcome.setMinHeight(Region.USE_PREF_SIZE);
        if (!narrow) {
            outcome.setMinWidth(LEAST_OUTCOME);
            outcome.setTextAlignment(TextAlignment.RIGHT);
            outcome.setAlignment(Pos.CENTER_RIGHT);
        }
        return outcome;
    }
}
