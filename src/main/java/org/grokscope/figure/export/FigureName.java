package org.grokscope.figure.export;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.grokscope.figure.CircuitChart;
import org.grokscope.figure.ForkChart;
import org.grokscope.measure.Panel;
import org.grokscope.text.InvalidSetting;

/**
 * A figure that can be exported, by its name on the command line. Each panel of a timeline, each chart of branches and each
 * chart of the network is one.
 *
 * @param key its name on the command line
 * @param title what people call it
 * @param shows what it takes to be drawn
 */
public record FigureName(String key, String title, Shows shows) {
    /** A stack of charts on one step axis. */
    public static final FigureName TIMELINE = new FigureName("timeline", "Timeline",
            new Shows.Panels(Panel.DEFAULT));
    /** One measure of several runs laid over each other. */
    public static final FigureName COMPARE = new FigureName("compare", "Compare", new Shows.Compared());

    /** Several measures of several runs, a small chart for each. */
    public static final FigureName MULTIPLES = new FigureName("small-multiples", "Small multiples",
            new Shows.Multiples());

    /** The lead of an alarm against its threshold. */
    public static final FigureName LEAD_THRESHOLD = new FigureName("lead-threshold", "Lead against threshold",
            new Shows.Leads());

    /** Several figures in one. */
    public static final FigureName COMPOSED = new FigureName("composed", "Composed", new Shows.Composed());
    private static final List<FigureName> ALL = Stream
            .of(Stream.of(TIMELINE), Arrays.stream(Panel.values()).map(FigureName::of),
                    Arrays.stream(ForkChart.values()).map(FigureName::of),
                    Stream.of(COMPARE, MULTIPLES, LEAD_THRESHOLD),
                    Arrays.stream(CircuitChart.values()).map(FigureName::of))
            .flatMap(names -> names).toList();

    /** What a figure takes to be drawn. */
    public sealed interface Shows {
        /** Runs over their steps. */
        record Panels(List<Panel> panels) implements Shows {
            public Panels {
                panels = List.copyOf(panels);
            }
        }

        /** The branches of runs. */
        record Forks(ForkChart chart) implements Shows {}

        /** What a layout says. */
        record Composed() implements Shows {}

        /** Runs laid over each other. */
        record Compared() implements Shows {}

        /** A row for each run and a column for each measure. */
        record Multiples() implements Shows {}

        /** How the lead of an alarm depends on its threshold. */
        record Leads() implements Shows {}

        /** A run's network at one checkpoint. */
        record Circuit(CircuitChart chart) implements Shows {}
    }

    /** Returns all figures, in the order in which they are offered. */
    public static List<FigureName> all() {
        return ALL;
    }

    /**
     * Finds a figure.
     *
     * @throws InvalidSetting when there is none of this name
     */
    public static FigureName of(String key) {
        return ALL.stream().filter(each -> each.key.equals(key)).findFirst()
                .orElseThrow(() -> new InvalidSetting("figure", "There is no figure '" + key + "'; there are "
                        + ALL.stream().map(FigureName::key).collect(Collectors.joining(", ")) + "."));
    }

    /** Returns the figure of one panel. */
    public static FigureName of(Panel panel) {
        return new FigureName(panel.key(), panel.shortTitle(), new Shows.Panels(List.of(panel)));
    }

    /** Returns the figure of a chart of branches. */
    public static FigureName of(ForkChart chart) {
        return new FigureName(chart.key(), chart.title(), new Shows.Forks(chart));
    }

    /** Returns the figure of a chart of the network. */
    public static FigureName of(CircuitChart chart) {
        return new FigureName(chart.key(), chart.title(), new Shows.Circuit(chart));
    }

    @Override
    public String toString() {
        return key;
    }
}
