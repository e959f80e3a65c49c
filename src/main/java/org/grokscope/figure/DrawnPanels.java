package org.grokscope.figure;

import java.util.ArrayList;
import java.util.List;
import org.grokscope.measure.Measure;
import org.grokscope.measure.Panel;
import org.grokscope.run.RunHistory;

/**
 * Which charts are drawn: those that were chosen. Until someone chooses, none that stays empty, as most would for curves of
 * another program; losses take its place, which such curves have.
 */
public final class DrawnPanels {
    private DrawnPanels() {}

    /**
     * Returns them from the top; at least one.
     *
     * @param chosen the usual ones until someone chooses
     * @param runs that are shown
     */
    public static List<Panel> of(List<Panel> chosen, List<RunHistory> runs) {
        if (!chosen.equals(Panel.DEFAULT) || runs.stream().allMatch(run -> run.evaluations().isEmpty())) {
            return chosen;
        }
        List<Panel> filled = new ArrayList<>(chosen.stream().filter(panel -> filled(panel, runs)).toList());
        if (filled.size() < chosen.size() && filled(Panel.LOSS, runs)) {
            filled.add(filled.contains(Panel.ACCURACY) ? 1 : 0, Panel.LOSS);
        }
        return filled.isEmpty() ? chosen : List.copyOf(filled);
    }

    private static boolean filled(Panel panel, List<RunHistory> runs) {
        return runs.stream().anyMatch(run -> panel == Panel.EMBEDDING_POWER
                ? run.evaluations().stream().anyMatch(it -> it.embeddingPower().frequencies() > 0)
                : Measure.of(panel).stream().anyMatch(run::measured));
    }
}
