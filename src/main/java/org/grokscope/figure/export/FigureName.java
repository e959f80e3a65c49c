package org.grokscope.figure.export;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.grokscope.figure.CircuitChart;
import org.grokscope.figure.ForkChart;
import org.grokscope.figure.TimelinePanel;
import org.grokscope.text.InvalidSetting;

/** The figures that can be exported, by the names of the command line. */
public enum FigureName {
    /** A stack of charts on one step axis. */
    TIMELINE("timeline", "Timeline", new Shows.Panels(TimelinePanel.DEFAULT)),
    /** One chart of the timeline. */
    ACCURACY("accuracy", TimelinePanel.ACCURACY),
    /** One chart of the timeline. */
    LOSS("loss", TimelinePanel.LOSS),
    /** One chart of the timeline. */
    FSD("fsd", TimelinePanel.FSD),
    /** One chart of the timeline. */
    EMBEDDING_POWER("embedding-power", TimelinePanel.EMBEDDING_POWER),
    /** One chart of the timeline. */
    MEDIAN_RANK("median-rank", TimelinePanel.RANK),
    /** One chart of the timeline. */
    RESTRICTED_LOSS("restricted-loss", TimelinePanel.KEY_FREQUENCY_LOSS),
    /** One chart of the timeline. */
    WEIGHT_NORM("weight-norm", TimelinePanel.WEIGHT_NORM),
    /** Δt against λ. */
    FORK_LAW("fork-law", ForkChart.DELAY),
    /** Δt against λ on logarithmic axes. */
    LOG_LOG("log-log", ForkChart.LOG_LOG),
    /** The weight norm along the branches. */
    FORK_NORM("fork-norm", ForkChart.NORM),
    /** One measure of several runs laid over each other. */
    COMPARE("compare", "Compare", new Shows.Compared()),
    /** A chart of the network at one checkpoint. */
    CIRCUIT_EMBEDDING("circuit-embedding", CircuitChart.EMBEDDING_POWER),
    /** A chart of the network at one checkpoint. */
    CIRCUIT_NEURONS("circuit-neurons", CircuitChart.NEURONS),
    /** A chart of the network at one checkpoint. */
    CIRCUIT_TOKENS("circuit-tokens", CircuitChart.CIRCLE),
    /** A chart of the network at one checkpoint. */
    CIRCUIT_RANKS("circuit-ranks", CircuitChart.RANKS),
    /** A chart of the network at one checkpoint. */
    CIRCUIT_ABLATION("circuit-ablation", CircuitChart.ABLATION),
    /** A chart of the network at one checkpoint. */
    CIRCUIT_ATTENTION("circuit-attention", CircuitChart.ATTENTION),
    /** A chart of the network at one checkpoint. */
    CIRCUIT_LOGITS("circuit-logits", CircuitChart.LOGITS);

    /** What a figure takes to be drawn. */
    public sealed interface Shows {
        /** Runs over their steps. */
        record Panels(List<TimelinePanel> panels) implements Shows {
            public Panels {
                panels = List.copyOf(panels);
            }
        }

        /** The branches of runs. */
        record Forks(ForkChart chart) implements Shows {}

        /** Runs laid over each other. */
        record Compared() implements Shows {}

        /** A run's network at one checkpoint. */
        record Circuit(CircuitChart chart) implements Shows {}
    }

    private final String key;
    private final String title;
    private final Shows shows;

    FigureName(String key, String title, Shows shows) {
        this.key = key;
        this.title = title;
        this.shows = shows;
    }

    FigureName(String key, TimelinePanel panel) {
        this(key, panel.shortTitle(), new Shows.Panels(List.of(panel)));
    }

    FigureName(String key, ForkChart chart) {
        this(key, chart.title(), new Shows.Forks(chart));
    }

    FigureName(String key, CircuitChart chart) {
        this(key, chart.title(), new Shows.Circuit(chart));
    }

    /**
     * Finds a figure.
     *
     * @throws InvalidSetting when there is none of this name
     */
    public static FigureName of(String key) {
        return Arrays.stream(values()).filter(each -> each.key.equals(key)).findFirst()
                .orElseThrow(() -> new InvalidSetting("figure", "There is no figure '" + key + "'; there are "
                        + Arrays.stream(values()).map(FigureName::key).collect(Collectors.joining(", ")) + "."));
    }

    /** Returns the figure of one panel. */
    public static FigureName of(TimelinePanel panel) {
        return Arrays.stream(values()).filter(each -> each != TIMELINE)
                .filter(each -> each.shows instanceof Shows.Panels it && it.panels().equals(List.of(panel)))
                .findFirst().orElseThrow();
    }

    /** Returns the figure of a chart of branches. */
    public static FigureName of(ForkChart chart) {
        return Arrays.stream(values()).filter(each -> each.shows.equals(new Shows.Forks(chart))).findFirst()
                .orElseThrow();
    }

    /** Returns the figure of a chart of the network. */
    public static FigureName of(CircuitChart chart) {
        return Arrays.stream(values()).filter(each -> each.shows.equals(new Shows.Circuit(chart))).findFirst()
                .orElseThrow();
    }

    /** Returns its name on the command line. */
    public String key() {
        return key;
    }

    /** Returns what people call it. */
    public String title() {
        return title;
    }

    /** Returns what it takes to be drawn. */
    public Shows shows() {
        return shows;
    }
}
