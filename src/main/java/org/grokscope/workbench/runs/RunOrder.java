package org.grokscope.workbench.runs;

import java.util.Comparator;
import java.util.Optional;
import org.grokscope.run.RunHistory;

/** How runs are sorted: by a column, from the least or from the greatest. */
public record RunOrder(RunColumn column, boolean descending) {
    /** The newest on top. */
    public static final RunOrder USUAL = new RunOrder(RunColumn.CREATED, true);

    private static final String DOWN = "-";

    /** Returns the order of two runs; runs that are alike stand as they were made. */
    Comparator<RunHistory> comparator() {
        return column.order(descending).thenComparing(RunForest.OLDEST_FIRST);
    }

    /** Returns the order in a word, as it is remembered. */
    public String word() {
        return (descending ? DOWN : "") + column.title();
    }

    /** Returns the order that a word stands for. */
    public static Optional<RunOrder> of(String word) {
        boolean descending = word.startsWith(DOWN);
        return RunColumn.of(descending ? word.substring(DOWN.length()) : word)
                .map(column -> new RunOrder(column, descending));
    }
}
