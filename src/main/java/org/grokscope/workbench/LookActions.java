package org.grokscope.workbench;

import java.util.List;

/** Leads from runs that stand side by side as curves to their networks side by side. */
final class LookActions {
    private final WorkbenchModel model;

    LookActions(WorkbenchModel model) {
        this.model = model;
    }

    /** Shows the networks of the two runs that were selected last. */
    void insideSelected() {
        model.circuit().beside().openProperty().set(true);
        model.page().set(Page.CIRCUIT);
    }

    /** Shows the networks of a branch and of its control. */
    void insideBranch() {
        List<String> both = model.forks().branchAndControl();
        if (!both.isEmpty()) {
            model.runs().select(both);
            insideSelected();
        }
    }
}
