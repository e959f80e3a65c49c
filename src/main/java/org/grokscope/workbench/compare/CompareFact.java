package org.grokscope.workbench.compare;

import java.util.List;

/**
 * One respect in which runs are compared.
 *
 * @param values one for each run
 */
record CompareFact(Part part, String title, String tip, List<CompareValue> values) {
    /** The parts of the table. */
    enum Part {
        /** Settings that differ. */
        SETTINGS,
        /** Steps at which milestones were reached. */
        MILESTONES,
        /** How many steps before grokking. */
        LEADS,
        /** The last evaluation. */
        END
    }

    CompareFact {
        values = List.copyOf(values);
    }
}
