package org.grokscope.workbench.study;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.grokscope.study.slurm.LineState;
import org.grokscope.study.slurm.LineStatus;
import org.grokscope.text.NumberText;

/**
 * Where the lines of a plan stand, as last read.
 *
 * @param lines in the plan's order; none before the first look
 * @param problem why something cannot be known or was refused, a sentence; empty for nothing
 */
public record PlanState(List<LineStatus> lines, String problem) {
    /** Nothing was read yet. */
    public static final PlanState NONE = new PlanState(List.of(), "");

    public PlanState {
        lines = List.copyOf(lines);
    }

    /** Returns how many lines are in which state, in words. */
    String summary() {
        if (lines.isEmpty()) {
            return "Reading the plan\u2026";
        }
        Map<LineState, Integer> counts = new EnumMap<>(LineState.class);
        lines.forEach(line -> counts.merge(line.state(), 1, Integer::sum));
        return NumberText.count(lines.size(), "run") + ": " + counts.entrySet().stream()
                .map(it -> NumberText.count(it.getValue()) + " " + it.getKey().label())
                .collect(Collectors.joining(", "));
    }
}
