package org.grokscope.workbench.forks;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.layout.Priority;
import org.grokscope.analysis.InterventionEffect;
import org.grokscope.figure.MarkTarget;
import org.grokscope.measure.Interval;
import org.grokscope.text.NumberText;

/** What interventions did to the wait for grokking: a line for each beside those of control and sham. */
final class EffectTable extends BranchTable {
    private static final List<String> HEADS = List.of("intervention", "\u03bb", "grokked", "\u0394t, 95%",
            "later than control, 95%");
    private static final List<String> TIGHT_HEADS = List.of("intervention", "\u03bb", "grokked", "\u0394t", "later");
    private static final double GAP = 12;
    private static final double TIGHT_GAP = 7;

    private List<InterventionEffect> shown = List.of();
    private boolean narrow;

    EffectTable(BranchPointers pointers) {
        super(pointers, HEADS.size(), Priority.ALWAYS);
        setId("forks-effects");
        managedProperty().bind(visibleProperty());
    }

    /**
     * Takes over the lines; none where nobody intervened.
     *
     * @param tight whether there is little room for columns: then intervals have lines of their own
     */
    void show(List<InterventionEffect> effects, boolean tight) {
        setVisible(!effects.isEmpty());
        if (effects.equals(shown) && tight == narrow) {
            return;
        }
        shown = effects;
        narrow = tight;
        setHgap(tight ? TIGHT_GAP : GAP);
        clear();
        addHead(HEADS.size());
        addCells(0, (tight ? TIGHT_HEADS : HEADS).stream().map(head -> head(head, "forks-head-text")).toList());
        for (int i = 0; i < effects.size(); i++) {
            show(effects.get(i), tight ? 2 * i + 1 : i + 1);
        }
    }

    private void show(InterventionEffect effect, int row) {
        addLine(MarkTarget.of(effect.runs()), row, HEADS.size(), narrow ? 2 : 1);
        addCells(row, (narrow ? tightCells(effect) : cells(effect)).stream().map(text -> cell(text, "forks-cell"))
                .toList());
        if (narrow && !intervals(effect).isEmpty()) {
            add(cell(intervals(effect), "forks-outcome"), 0, row + 1, HEADS.size(), 1);
        }
    }

    /** Returns the words of a line. */
    static List<String> cells(InterventionEffect effect) {
        return List.of(effect.label(), NumberText.setting(effect.weightDecay()), grokked(effect),
                mean(effect.delay().mean(), effect.interval()),
                effect.later().count() == 0 ? "" : mean(effect.later().mean(), effect.laterInterval()));
    }

    private static List<String> tightCells(InterventionEffect effect) {
        return List.of(effect.label(), NumberText.setting(effect.weightDecay()), grokked(effect),
                NumberText.fixed(effect.delay().mean(), 0),
                effect.later().count() == 0 ? "" : NumberText.fixed(effect.later().mean(), 0));
    }

    private static String grokked(InterventionEffect effect) {
        return effect.delay().count() + " of " + effect.branches();
    }

    private static String intervals(InterventionEffect effect) {
        return Stream.of(effect.interval().map(it -> "95% of \u0394t " + text(it)),
                effect.laterInterval().map(it -> "of later " + text(it))).flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
    }

    private static String text(Interval interval) {
        return NumberText.fixed(interval.low(), 0) + " to " + NumberText.fixed(interval.high(), 0);
    }

    private static String mean(double mean, Optional<Interval> interval) {
        return NumberText.fixed(mean, 0) + interval.map(it -> " (" + text(it) + ")").orElse("");
    }
}
