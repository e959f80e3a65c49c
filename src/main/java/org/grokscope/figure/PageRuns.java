package org.grokscope.figure;

import java.util.ArrayList;
import java.util.List;
import org.grokscope.run.Lineage;
import org.grokscope.run.RunHistory;
import org.grokscope.text.InvalidSetting;

/** The runs of a page, which are named in its legend. */
public final class PageRuns {
    private PageRuns() {}

    /**
     * Returns runs as a page shows them.
     *
     * @param histories the first is the primary one: milestones and heat map are its
     * @throws InvalidSetting when they need more looks than can be told apart
     */
    public static List<TimelineRun> of(List<RunHistory> histories) {
        List<SeriesStyle> looks = RunLooks.of(histories);
        List<TimelineRun> runs = new ArrayList<>();
        for (int i = 0; i < histories.size(); i++) {
            runs.add(new TimelineRun(histories.get(i), looks.get(i), i == 0, i == 0 ? 0 : leaves(histories, i)));
        }
        return List.copyOf(runs);
    }

    /** A fork is drawn from where it left if what it left is drawn too: its parent, or the primary run that left there. */
    private static int leaves(List<RunHistory> histories, int i) {
        Lineage lineage = histories.get(i).head().lineage();
        if (lineage == null) {
            return 0;
        }
        boolean parent = histories.stream().anyMatch(run -> run.head().id().equals(lineage.parent()));
        boolean sibling = histories.getFirst().head().lineage() instanceof Lineage first
                && first.parent().equals(lineage.parent()) && first.step() >= lineage.step();
        return parent || sibling ? lineage.step() : 0;
    }
}
