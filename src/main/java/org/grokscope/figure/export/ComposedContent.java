package org.grokscope.figure.export;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.grokscope.figure.FigureStyle;
import org.grokscope.figure.RunLooks;
import org.grokscope.figure.SeriesStyle;
import org.grokscope.figure.StepRange;
import org.grokscope.run.RunHistory;

/**
 * Several figures in one, side by side and one below the other, with the letters (a), (b), … and their plot areas in line.
 *
 * @param parts row by row; a run looks the same in all of them
 * @param columns in a row
 * @param layout what says so: a file, or the JSON itself
 */
public record ComposedContent(List<FigureContent> parts, int columns, String layout) implements FigureContent {
    /** What a layout calls it that all timelines show the same steps. */
    public static final String SHARED = "sharedSteps";

    /** @throws IllegalArgumentException when there is nothing to compose */
    public ComposedContent {
        if (parts.isEmpty() || columns < 1) {
            throw new IllegalArgumentException("A composed figure has at least one part and one column.");
        }
        Map<String, SeriesStyle> looks = looks(parts);
        parts = parts.stream().map(part -> part.in(looks)).toList();
    }

    /**
     * Composes figures by words that the command line takes in a file's place.
     *
     * @param shared whether all timelines show the same steps
     */
    public static ComposedContent of(List<FigureContent> parts, int columns, boolean shared) {
        ObjectNode root = JsonNodeFactory.instance.objectNode().put("columns", columns);
        if (shared) {
            root.put(SHARED, true);
        }
        for (FigureContent part : parts) {
            ObjectNode node = root.withArray("parts").addObject().put("figure", part.name().key());
            part.named().forEach(run -> node.withArray("runs").add(run.head().id()));
            part.options().forEach(word -> node.withArray("options").add(word));
        }
        return new ComposedContent(shared ? overSameSteps(parts) : parts, columns, root.toString());
    }

    /** Returns the same with one step axis for all timelines: from the first step to the last that one of them shows. */
    public static List<FigureContent> overSameSteps(List<FigureContent> parts) {
        List<StepRange> ranges = parts.stream().filter(TimelineContent.class::isInstance)
                .map(part -> ((TimelineContent) part).visible()).toList();
        return ranges.isEmpty()
                ? parts
                : parts.stream().map(part -> part instanceof TimelineContent timeline
                        ? timeline.over(new StepRange(
                                ranges.stream().mapToDouble(StepRange::lower).min().orElseThrow(),
                                ranges.stream().mapToDouble(StepRange::upper).max().orElseThrow()))
                        : part).toList();
    }

    private static Map<String, SeriesStyle> looks(List<FigureContent> parts) {
        List<RunHistory> runs = runs(parts);
        Map<String, SeriesStyle> looks = new LinkedHashMap<>();
        if (runs.size() <= RunLooks.MOST) {
            List<SeriesStyle> each = RunLooks.of(runs);
            IntStream.range(0, runs.size()).forEach(i -> looks.put(runs.get(i).head().id(), each.get(i)));
        }
        return looks;
    }

    private static List<RunHistory> runs(List<FigureContent> parts) {
        Map<String, RunHistory> runs = new LinkedHashMap<>();
        parts.forEach(part -> part.runs().forEach(run -> runs.putIfAbsent(run.head().id(), run)));
        return List.copyOf(runs.values());
    }

    @Override
    public FigureName name() {
        return FigureName.COMPOSED;
    }

    /** The layout names them. */
    @Override
    public List<RunHistory> named() {
        return List.of();
    }

    @Override
    public List<RunHistory> runs() {
        return runs(parts);
    }

    @Override
    public PageDrawing drawing(FigureStyle style) {
        return new ComposedDrawing(parts.stream().map(part -> part.drawing(style)).toList(), columns, style);
    }

    @Override
    public double usualHeight(double width) {
        double column = (width - (columns - 1) * ComposedDrawing.GAP) / columns;
        double height = 0;
        for (int first = 0; first < parts.size(); first += columns) {
            height += ComposedDrawing.LETTER + parts.subList(first, Math.min(parts.size(), first + columns)).stream()
                    .mapToDouble(part -> part.usualHeight(column)).max().orElse(0);
        }
        return height;
    }

    /** The numbers of all parts, each measure with its part's letter before it. */
    @Override
    public void table(boolean raw, Rows rows) {
        IntStream.range(0, parts.size())
                .forEach(i -> parts.get(i).table(raw, rows.under(ComposedDrawing.letter(i))));
    }

    @Override
    public void describe(ObjectNode settings) {
        settings.put("columns", columns);
        for (FigureContent part : parts) {
            ObjectNode node = settings.withArray("parts").addObject().put("name", part.name().key());
            part.describe(node);
            part.runs().forEach(run -> node.withArray("runs").add(run.head().id()));
        }
    }

    @Override
    public List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        parts.forEach(part -> warnings.addAll(part.warnings()));
        return warnings.stream().distinct().toList();
    }

    @Override
    public List<String> options() {
        return List.of("--layout", layout);
    }
}
