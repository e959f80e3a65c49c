package org.grokscope.figure.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.grokscope.figure.FigureStyle;
import org.grokscope.figure.SeriesStyle;
import org.grokscope.run.RunHistory;

/** What a figure shows, whatever its size and format. */
public sealed interface FigureContent
        permits TimelineContent, ForkContent, CompareContent, MultiplesContent, CircuitContent, LeadThresholdContent,
        RaceContent,
        ComposedContent {
    /** Returns which figure it is. */
    FigureName name();

    /** Returns the runs that the command line names to draw it again. */
    List<RunHistory> named();

    /** Returns the runs it shows. */
    List<RunHistory> runs();

    /** Returns a drawing of it in a style for pages. */
    PageDrawing drawing(FigureStyle style);

    /** Returns the height it should have at a width, both in the units that charts are drawn in: 11 to a letter. */
    double usualHeight(double width);

    /**
     * Tells the numbers it shows.
     *
     * @param raw whether those of the log are wanted, of all steps
     */
    void table(boolean raw, Rows rows);

    /** Returns it as curves on axes; empty where it is none. */
    default Optional<Plotted> plotted() {
        return Optional.empty();
    }

    /** Returns its heat map, where its axes have one, as a PNG. */
    default List<byte[]> heat(PageSize size) {
        return List.of();
    }

    /** Puts down what else determines it. */
    void describe(ObjectNode settings);

    /** Returns a sentence for each thing that who reads the figure may miss in it. */
    default List<String> warnings() {
        return List.of();
    }

    /** Returns the same with other looks of its runs, by their ids; where it has none of its own, it stays as it is. */
    default FigureContent in(Map<String, SeriesStyle> looks) {
        return this;
    }

    /** Returns the options of the command line that say the same. */
    List<String> options();
}
