package org.grokscope.workbench.runs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.control.MultipleSelectionModel;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import org.grokscope.run.RunHistory;

/**
 * Keeps a tree control in step with the runs. A run keeps its line while it is shown, so that neither the selection nor
 * the scroll position moves when a run goes on.
 */
final class RunTree {
    private final TreeView<RunRow> control;
    private final TreeItem<RunRow> root = new TreeItem<>();
    private final Map<String, TreeItem<RunRow>> lines = new HashMap<>();
    private boolean arranging;

    RunTree(TreeView<RunRow> control) {
        this.control = control;
        control.setRoot(root);
        control.setShowRoot(false);
    }

    /** Returns whether the selection moves because lines do, and not because a person chose. */
    boolean arranging() {
        return arranging;
    }

    /** Returns the ids of the selected runs, the one chosen last at the end. */
    List<String> selected() {
        List<String> ids = new ArrayList<>();
        for (TreeItem<RunRow> item : control.getSelectionModel().getSelectedItems()) {
            if (item != null && item.getValue() != null) {
                ids.add(item.getValue().id());
            }
        }
        TreeItem<RunRow> last = control.getSelectionModel().getSelectedItem();
        if (last != null && last.getValue() != null && ids.remove(last.getValue().id())) {
            ids.add(last.getValue().id());
        }
        return ids;
    }

    /** Selects the runs of these ids that are in the tree, and brings the last of them into view. */
    void select(List<String> ids) {
        if (selected().equals(ids)) {
            return;
        }
        arranging = true;
        MultipleSelectionModel<TreeItem<RunRow>> selection = control.getSelectionModel();
        selection.clearSelection();
        ids.forEach(id -> Optional.ofNullable(lines.get(id)).ifPresent(selection::select));
        arranging = false;
    }

    /** Scrolls to a run if its line is out of sight. */
    void reveal(String id) {
        Optional.ofNullable(lines.get(id)).ifPresent(line -> {
            for (TreeItem<RunRow> above = line.getParent(); above != null; above = above.getParent()) {
                above.setExpanded(true);
            }
            control.scrollTo(control.getRow(line));
        });
    }

    /** Shows these runs. */
    void show(List<RunBranch> branches, Function<RunHistory, RunRow> rowOf) {
        arranging = true;
        Map<String, TreeItem<RunRow>> kept = new HashMap<>();
        arrange(root, branches, rowOf, kept);
        lines.clear();
        lines.putAll(kept);
        arranging = false;
    }

    private void arrange(TreeItem<RunRow> parent, List<RunBranch> branches, Function<RunHistory, RunRow> rowOf,
            Map<String, TreeItem<RunRow>> kept) {
        List<TreeItem<RunRow>> children = new ArrayList<>();
        for (RunBranch branch : branches) {
            RunRow row = rowOf.apply(branch.run());
            TreeItem<RunRow> line = lines.computeIfAbsent(row.id(), _ -> expanded());
            if (!row.equals(line.getValue())) {
                line.setValue(row);
            }
            kept.put(row.id(), line);
            children.add(line);
            arrange(line, branch.forks(), rowOf, kept);
        }
        if (!parent.getChildren().equals(children)) {
            parent.getChildren().setAll(children);
        }
    }

    private static TreeItem<RunRow> expanded() {
        TreeItem<RunRow> line = new TreeItem<>();
        line.setExpanded(true);
        return line;
    }
}
