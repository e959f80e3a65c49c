package org.grokscope.workbench;

import java.util.List;
import org.grokscope.workbench.preferences.Preferences;
import org.grokscope.workbench.runs.RunColumn;
import org.grokscope.workbench.runs.RunOrder;
import org.grokscope.workbench.runs.RunsModel;

/** Shows the list of runs with the columns and in the order of the last time, and remembers what a person chooses. */
final class RememberedList {
    RememberedList(RunsModel runs, Preferences preferences) {
        List<RunColumn> columns = preferences.columns().get().stream().flatMap(title -> RunColumn.of(title).stream())
                .toList();
        if (!columns.isEmpty()) {
            runs.columns().set(columns);
        }
        RunOrder.of(preferences.order().get()).ifPresent(runs.order()::set);
        runs.columns().subscribe((_, chosen) -> preferences.columns()
                .set(chosen.equals(RunColumn.USUAL) ? List.of() : chosen.stream().map(RunColumn::title).toList()));
        runs.order().subscribe((_, chosen) -> preferences.order()
                .set(chosen.equals(RunOrder.USUAL) ? "" : chosen.word()));
    }
}
