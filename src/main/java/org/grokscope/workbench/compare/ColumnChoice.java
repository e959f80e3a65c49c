package org.grokscope.workbench.compare;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.grokscope.measure.Milestone;
import org.grokscope.workbench.compare.CompareFact.Part;

/** Which columns a table of many runs shows: those a person asked for, and of the others as many as there is room for. */
final class ColumnChoice {
    private ColumnChoice() {}

    /**
     * Returns the columns to show, in the order in which they were given.
     *
     * @param width of a column, in pixels
     * @param room for all of them, in pixels
     * @param chosen whether a person wants a column, by its title; what is wanted is shown even where there is no room for it
     */
    static List<CompareFact> fitting(List<CompareFact> facts, ToDoubleFunction<CompareFact> width, double room,
            Map<String, Boolean> chosen) {
        Set<CompareFact> shown = new HashSet<>();
        double left = room;
        for (CompareFact fact : facts) {
            if (chosen.getOrDefault(fact.title(), false)) {
                shown.add(fact);
                left -= width.applyAsDouble(fact);
            }
        }
        for (CompareFact fact : byImportance(facts)) {
            if (!chosen.containsKey(fact.title())) {
                double needed = width.applyAsDouble(fact);
                if (needed <= left) {
                    shown.add(fact);
                    left -= needed;
                }
            }
        }
        return facts.stream().filter(shown::contains).toList();
    }

    /** When it grokked comes first, then by turns a setting that differs and something of what became of the run. */
    private static List<CompareFact> byImportance(List<CompareFact> facts) {
        List<CompareFact> settings = facts.stream().filter(fact -> fact.part() == Part.SETTINGS).toList();
        List<CompareFact> outcomes = new ArrayList<>(facts);
        outcomes.removeAll(settings);
        List<CompareFact> ranked = new ArrayList<>();
        outcomes.stream().filter(fact -> fact.title().equals(Milestone.GROKKED.title())).forEach(ranked::add);
        outcomes.removeAll(ranked);
        for (int i = 0; i < Math.max(settings.size(), outcomes.size()); i++) {
            ranked.addAll(settings.subList(Math.min(i, settings.size()), Math.min(i + 1, settings.size())));
            ranked.addAll(outcomes.subList(Math.min(i, outcomes.size()), Math.min(i + 1, outcomes.size())));
        }
        return ranked;
    }
}
