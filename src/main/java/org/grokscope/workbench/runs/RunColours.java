package org.grokscope.workbench.runs;

import java.awt.Color;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.grokscope.figure.FigureStyle;
import org.grokscope.figure.SeriesStyle;
import org.grokscope.figure.BranchColours;
import org.grokscope.run.Lineage;
import org.grokscope.run.RunHistory;

/** Gives every run a colour that it keeps while the window is open, in the tree and in every chart. */
public final class RunColours {
    /** Of the run that others are drawn over; it reads on both grounds. */
    static final Color BASELINE = new Color(0x8593A6);

    private final Map<String, Integer> places = new HashMap<>();

    /** Gives colours to those runs that have none yet, the oldest first. */
    public void meet(List<RunHistory> runs) {
        runs.stream().filter(run -> run.head().lineage() == null && !places.containsKey(run.head().id()))
                .sorted(RunForest.OLDEST_FIRST)
                .forEach(run -> places.put(run.head().id(), places.size()));
    }

    /** Returns a run's colour: that of what it does or of its λ for a fork, one of its own for any other. */
    public Color of(RunHistory run) {
        Lineage lineage = run.head().lineage();
        return lineage == null
                ? style(run.head().id()).colour()
                : BranchColours.of(run.head(), lineage);
    }

    private SeriesStyle style(String id) {
        return FigureStyle.LIGHT.series(places.getOrDefault(id, 0));
    }
}
