package org.grokscope.figure;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import org.grokscope.run.Lineage;
import org.grokscope.run.RunHistory;
import org.grokscope.text.InvalidSetting;

/**
 * Gives the runs of a page their looks: one of seven colours of Okabe and Ito's (without yellow, which is lost on
 * paper) with one of five kinds of dashes. Seven and five have no common divisor, so neighbours differ in both and 35
 * looks go by before one comes again. Draws of one λ look alike.
 */
public final class PageRuns {
    private static final List<Color> COLOURS = List.of(new Color(0x0072B2), new Color(0xD55E00), new Color(0x009E73),
            new Color(0xCC79A7), Color.BLACK, new Color(0x56B4E9), new Color(0xE69F00));
    private static final List<List<Float>> DASHES = List.of(List.of(), List.of(6f, 2f), List.of(1.6f, 1.8f),
            List.of(8f, 2f, 1.8f, 2f), List.of(3f, 1.6f));

    private PageRuns() {}

    /**
     * Returns runs as a page shows them.
     *
     * @param histories the first is the primary one: milestones and heat map are its
     * @throws InvalidSetting when they need more looks than can be told apart
     */
    public static List<TimelineRun> of(List<RunHistory> histories) {
        List<TimelineRun> plain = new ArrayList<>();
        for (int i = 0; i < histories.size(); i++) {
            plain.add(new TimelineRun(histories.get(i), look(0), i == 0, i == 0 ? 0 : leaves(histories, i)));
        }
        List<String> names = plain.stream().map(run -> RunLegend.name(run, plain)).toList();
        List<String> distinct = plain.stream().map(run -> RunLegend.name(run, plain)).distinct().toList();
        requireLooks(distinct.size());
        List<TimelineRun> dressed = new ArrayList<>();
        for (int i = 0; i < plain.size(); i++) {
            TimelineRun run = plain.get(i);
            dressed.add(new TimelineRun(run.history(), look(distinct.indexOf(names.get(i))), run.primary(),
                    run.fromStep()));
        }
        return List.copyOf(dressed);
    }

    /** @throws InvalidSetting when there are not so many looks */
    static void requireLooks(int count) {
        int looks = COLOURS.size() * DASHES.size();
        InvalidSetting.unless(count <= looks, "runs",
                "At most " + looks + " runs can be told apart in one figure, and these are " + count + ".");
    }

    /** Returns the n-th look, from 0. */
    static SeriesStyle look(int n) {
        return new SeriesStyle(COLOURS.get(n % COLOURS.size()), DASHES.get(n % DASHES.size()));
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
