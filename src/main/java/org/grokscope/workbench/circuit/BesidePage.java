package org.grokscope.workbench.circuit;

import java.util.List;
import org.grokscope.analysis.NetworkDifference;
import org.grokscope.run.RunHistory;

/**
 * Two networks side by side at one moment.
 *
 * @param run of the second
 * @param first the page on the left
 * @param second the page on the right
 * @param differences the numbers of both; none before both were read
 */
record BesidePage(RunHistory run, CircuitPage first, CircuitPage second, List<NetworkDifference> differences) {
    BesidePage {
        differences = List.copyOf(differences);
    }
}
