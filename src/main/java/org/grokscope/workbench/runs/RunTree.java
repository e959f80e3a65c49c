package org.grokscope.workbench.runs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableView;
import javafx.scene.control.TreeTableView.TreeTableViewFocusModel;
import javafx.scene.control.TreeTableView.TreeTableViewSelectionModel;
import javafx.scene.control.skin.VirtualFlow;
import org.grokscope.run.DamagedRun;
import org.grokscope.run.RunHistory;

/**
 * Keeps a tree control in step with the runs. A run keeps its line while it is shown, so that neither the selection nor
 * the scroll position moves when a run goes on.
 */
final class RunTree {
    /** What stands above a run that is scrolled to. */
    private static final int LINES_ABOVE = 3;

    private final TreeTableView<RunRow> control;
    private final TreeItem<RunRow> root = new TreeItem<>();
    private final Map<String, TreeItem<RunRow>> lines = new HashMap<>();
    private boolean arranging;

    RunTree(TreeTableView<RunRow> control) {
        this.control = control;
        control.setRoot(root);
        control.setShowRoot(false);
        root.setExpanded(true);
    }

    /** Returns whether the selection moves because lines do, and not because a person chose. */
    boolean arranging() {
        return arranging;
    }

    /** Returns the selected lines, the one chosen last at the end. */
    List<RunRow> selected() {
        List<RunRow> rows = new ArrayList<>();
        for (TreeItem<RunRow> item : control.getSelectionModel().getSelectedItems()) {
            if (item != null && item.getValue() != null) {
                rows.add(item.getValue());
            }
        }
        TreeItem<RunRow> last = control.getSelectionModel().getSelectedItem();
        if (last != null && last.getValue() != null && rows.remove(last.getValue())) {
            rows.add(last.getValue());
        }
        return rows;
    }

    /** Returns the ids of the selected runs, the one chosen last at the end. */
    List<String> selectedRuns() {
        return selected().stream().filter(row -> row.run() != null).map(RunRow::id).toList();
    }

    /** Selects the runs of these ids that are in the tree. */
    void select(List<String> ids) {
        if (selectedRuns().equals(ids)) {
            return;
        }
        arranging = true;
        TreeTableViewSelectionModel<RunRow> selection = control.getSelectionModel();
        selection.clearSelection();
        ids.forEach(id -> Optional.ofNullable(lines.get(id)).ifPresent(selection::select));
        arranging = false;
    }

    /** Scrolls to a run if its line is out of outputs. */
    void reveal(String id) {
        Optional.ofNullable(lines.get(id)).ifPresent(line -> {
            for (TreeItem<RunRow> above = line.getParent(); above != null; above = above.getParent()) {
                above.setExpanded(true);
            }
            int row = control.getRow(line);
            if (control.lookup(".virtual-flow") instanceof VirtualFlow<?> flow && !inSight(flow, row)) {
                control.scrollTo(Math.max(0, row - LINES_ABOVE));
            }
        });
    }

    private static boolean inSight(VirtualFlow<?> flow, int row) {
        IndexedCell<?> first = flow.getFirstVisibleCell();
        IndexedCell<?> last = flow.getLastVisibleCell();
        return first != null && last != null && first.getIndex() < row && row < last.getIndex()
                || row == 0 && first != null && first.getIndex() == 0;
    }

    /** Shows these runs, and at the end what cannot be opened. */
    void show(List<RunBranch> branches, List<DamagedRun> damaged, Function<RunHistory, RunRow> rowOf) {
        arranging = true;
        Map<String, TreeItem<RunRow>> kept = new HashMap<>();
        List<TreeItem<RunRow>> children = new ArrayList<>(
                branches.stream().map(branch -> line(rowOf.apply(branch.run()), kept)).toList());
        damaged.stream().map(RunRow::damaged).forEach(row -> children.add(line(row, kept)));
        set(root, children);
        arrangeForks(branches, rowOf, kept);
        lines.clear();
        lines.putAll(kept);
        arranging = false;
    }

    /**
     * From the top down: a fork whose parent comes back leaves the root first, for a line that leaves a parent has none.
     */
    private void arrangeForks(List<RunBranch> branches, Function<RunHistory, RunRow> rowOf,
            Map<String, TreeItem<RunRow>> kept) {
        for (RunBranch branch : branches) {
            set(line(rowOf.apply(branch.run()), kept),
                    branch.forks().stream().map(fork -> line(rowOf.apply(fork.run()), kept)).toList());
            arrangeForks(branch.forks(), rowOf, kept);
        }
    }

    private TreeItem<RunRow> line(RunRow row, Map<String, TreeItem<RunRow>> kept) {
        TreeItem<RunRow> line = kept.computeIfAbsent(row.id(), id -> lines.computeIfAbsent(id, _ -> expanded()));
        // A run that has not changed has the very same line.
        if (line.getValue() != row) {
            line.setValue(row);
        }
        return line;
    }

    private void set(TreeItem<RunRow> parent, List<TreeItem<RunRow>> children) {
        if (!parent.getChildren().equals(children)) {
            // While a line has the focus, the control counts the lines above each one that comes: of 10,000 that is a second.
            TreeTableViewFocusModel<RunRow> focus = control.getFocusModel();
            TreeItem<RunRow> focused = focus.getFocusedItem();
            int before = focus.getFocusedIndex();
            focus.focus(-1);
            parent.getChildren().setAll(children);
            int now = focused == null ? -1 : control.getRow(focused);
            focus.focus(Math.min(now < 0 ? before : now, control.getExpandedItemCount() - 1));
        }
    }

    private static TreeItem<RunRow> expanded() {
        TreeItem<RunRow> line = new TreeItem<>();
        line.setExpanded(true);
        return line;
    }
}
