package org.grokscope.workbench.runs;

import java.awt.Color;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.grokscope.figure.FigureStyle;
import org.grokscope.figure.SeriesStyle;
import org.grokscope.run.RunHistory;

/** Gives every run a colour that it keeps while the window is open, in the tree and in every chart. */
public final class RunColours {
    private final Map<String, Integer> places = new HashMap<>();

    /** Gives colours to those runs that have none yet, the oldest first. */
    public void meet(List<RunHistory> runs) {
        runs.stream().filter(run -> !places.containsKey(run.head().id())).sorted(RunForest.OLDEST_FIRST)
                .forEach(run -> places.put(run.head().id(), places.size()));
    }

    /** Returns a run's colour. */
    public Color of(String id) {
        return style(id).colour();
    }

    private SeriesStyle style(String id) {
        return FigureStyle.LIGHT.series(places.getOrDefault(id, 0));
    }
}
