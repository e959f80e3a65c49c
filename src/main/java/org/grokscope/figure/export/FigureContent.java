package org.grokscope.figure.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.grokscope.run.RunHistory;

/** What a figure shows, whatever its size and format. */
public sealed interface FigureContent
        permits TimelineContent, ForkContent, CompareContent, CircuitContent, LeadThresholdContent, RaceContent {
    /** Returns which figure it is. */
    FigureName name();

    /** Returns the runs that the command line names to draw it again. */
    List<RunHistory> named();

    /** Returns the runs it shows. */
    List<RunHistory> runs();

    /** Returns a drawing of it. */
    PageDrawing drawing();

    /** Returns the height it should have at a width, both in the units that charts are drawn in: 11 to a letter. */
    double usualHeight(double width);

    /**
     * Returns the numbers it shows.
     *
     * @param raw whether those of the log are wanted, of all steps
     */
    TidyTable table(boolean raw);

    /** Puts down what else determines it. */
    void describe(ObjectNode settings);

    /** Returns a sentence for each thing that who reads the figure may miss in it. */
    default List<String> warnings() {
        return List.of();
    }

    /** Returns the options of the command line that say the same. */
    List<String> options();
}
