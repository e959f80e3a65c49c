package org.grokscope.figure;

import java.awt.Color;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.grokscope.analysis.Comparison;
import org.grokscope.run.Lineage;
import org.grokscope.run.RunHistory;
import org.grokscope.text.InvalidSetting;

/**
 * How runs look on paper, in every figure: a branch has the colour of its λ, as in the window, any other run one of Okabe
 * and Ito's (without yellow, which is lost on paper). Each has dashes and marks of its own, so that none of the first
 * {@value #SURE} is like another where there is no colour.
 */
public final class RunLooks {
    /** So many curves are told apart at a glance in any print. */
    static final int SURE = 12;

    private static final List<Color> COLOURS = List.of(new Color(0x0072B2), new Color(0xD55E00), new Color(0x009E73),
            new Color(0xCC79A7), Color.BLACK, new Color(0x56B4E9), new Color(0xE69F00));
    private static final List<List<Float>> DASHES = List.of(List.of(), List.of(6f, 3f), List.of(1.6f, 1.8f),
            List.of(9f, 2f, 1.8f, 2f), List.of(3f, 1.6f), List.of(9f, 2f, 1.8f, 2f, 1.8f, 2f));
    private static final List<CurveMark> MARKS = List.of(CurveMark.values());

    /** So many looks there are. */
    public static final int MOST = 30;

    private RunLooks() {}

    /**
     * Returns the look of each run.
     *
     * @throws InvalidSetting when there are more than can be told apart
     */
    public static List<SeriesStyle> of(List<RunHistory> runs) {
        InvalidSetting.unless(runs.size() <= MOST, "runs",
                "At most " + MOST + " runs can be told apart in one figure, and these are " + runs.size() + ".");
        List<SeriesStyle> looks = new ArrayList<>();
        int coloured = 0;
        for (int i = 0; i < runs.size(); i++) {
            Lineage lineage = runs.get(i).head().lineage();
            Color colour = lineage == null
                    ? COLOURS.get(coloured++ % COLOURS.size())
                    : BranchColours.of(runs.get(i).head(), lineage);
            looks.add(new SeriesStyle(colour, DASHES.get(i % DASHES.size()), MARKS.get(i / DASHES.size())));
        }
        return List.copyOf(looks);
    }

    /**
     * Returns the looks of curves in the window, where runs have colours of their own: those of one colour, as the draws of
     * one weight decay are, differ by their dashes.
     */
    public static List<SeriesStyle> inWindow(List<Color> colours) {
        Map<Color, Integer> met = new HashMap<>();
        return colours.stream().map(colour -> FigureStyle.dashed(colour, met.merge(colour, 1, Integer::sum) - 1))
                .toList();
    }

    /** Returns the looks of the curves of a comparison on paper: each has that of its first run. */
    public static List<SeriesStyle> of(Comparison comparison) {
        return of(comparison.curves().stream().map(curve -> curve.runs().getFirst()).toList());
    }

    /** Says that there are more curves than print surely keeps apart, if there are. */
    public static List<String> warnings(int curves) {
        return curves <= SURE
                ? List.of()
                : List.of("The figure has " + curves + " curves; in print no more than " + SURE
                        + " are surely told apart.");
    }
}
