package org.grokscope.figure.export;

import static j2html.TagCreator.each;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.th;
import static j2html.TagCreator.tr;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import j2html.TagCreator;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.grokscope.file.Json;
import org.grokscope.figure.StepRange;
import org.grokscope.figure.TimelineRun;
import org.grokscope.measure.CirclePath;
import org.grokscope.measure.EmbeddingCircle;
import org.grokscope.measure.Evaluation;
import org.grokscope.measure.Measure;
import org.grokscope.measure.Milestone;
import org.grokscope.measure.Panel;
import org.grokscope.run.RunHistory;
import org.grokscope.settings.Settings;
import org.grokscope.task.Labels;
import org.grokscope.text.InvalidSetting;
import org.grokscope.text.StepLabel;

/**
 * A run as one HTML file that needs no other and no network: its curves and heat map, the circle with a slider, milestones and
 * settings.
 */
public final class RunPage {
    private static final double WIDTH = 260;

    private final RunHistory run;
    private final Optional<CirclePath> circle;

    /** @param circle how its tokens moved; empty where nothing tells */
    public RunPage(RunHistory run, Optional<CirclePath> circle) {
        InvalidSetting.unless(!run.evaluations().isEmpty(), "run", "The run has no evaluation to show yet.");
        this.run = run;
        this.circle = circle;
    }

    /** Returns the file. */
    public byte[] bytes() throws IOException {
        TimelineContent timeline = TimelineContent.of(FigureName.TIMELINE, List.of(run), Panel.DEFAULT,
                Optional.empty(), false);
        PageSize size = new PageSize(PagePreset.DOUBLE, OptionalDouble.of(WIDTH), OptionalDouble.empty(), false);
        Page page = Page.of(timeline, size);
        byte[] drawn = SvgFile.bytes(page, "Timeline", TextForm.OUTLINES);
        StepRange whole = StepRange.whole(List.of(TimelineRun.primary(run, Color.BLACK)));
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("TITLE", escaped(run.head().name()));
        parts.put("SUMMARY", escaped(summary()));
        parts.put("LAST", Integer.toString((int) whole.upper()));
        parts.put("TIMELINEWORDS", escaped("Accuracy, FSD, embedding power and weight norm of the run over its steps"));
        parts.put("CIRCLE", circle.map(this::circleSection).orElse("<p class=\"muted\" id=\"numbers\"></p>"));
        parts.put("MILESTONES", rows(milestones()));
        parts.put("SETTINGS", rows(settings()));
        parts.put("TIMELINE", Base64.getEncoder().encodeToString(drawn));
        parts.put("DATA", Json.MAPPER.writeValueAsString(data(page, whole)).replace("<", "\\u003c"));
        String text = template();
        for (Map.Entry<String, String> part : parts.entrySet()) {
            text = text.replace("@" + part.getKey() + "@", part.getValue());
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private String summary() {
        return run.milestones().step(Milestone.GROKKED)
                .stream().mapToObj(step -> "It grokked at step " + StepLabel.of(step) + ".").findFirst()
                .orElse("It has not grokked by step " + StepLabel.of(run.lastStep()) + ".");
    }

    private Map<String, String> milestones() {
        Map<String, String> lines = new LinkedHashMap<>();
        run.milestones().reached().forEach((milestone, step) -> lines.put(milestone.title(), StepLabel.of(step)));
        return lines;
    }

    private Map<String, String> settings() {
        Map<String, String> lines = new LinkedHashMap<>();
        Settings.all().stream().filter(row -> !row.said(run.head().configuration()).isEmpty())
                .forEach(row -> lines.put(row.label(), row.said(run.head().configuration())));
        return lines;
    }

    private String circleSection(CirclePath path) {
        int tokens = path.at(0).tokens();
        String pair = sign() == 0
                ? ""
                : "<p><label>a <input id=\"a\" type=\"number\" min=\"0\" max=\"%1$d\" value=\"%2$d\"></label> "
                        .formatted(tokens - 1, tokens / 4)
                        + "<label>b <input id=\"b\" type=\"number\" min=\"0\" max=\"%1$d\" value=\"%2$d\"></label></p>"
                                .formatted(tokens - 1, tokens / 3)
                        + "<p id=\"answer\"></p>";
        return "<section><h2>The numbers on k = " + path.frequency() + "</h2><div class=\"moving\">"
                + "<canvas id=\"circle\" width=\"520\" height=\"520\"></canvas><div><p id=\"numbers\"></p>" + pair
                + "<p class=\"muted\">Each dot is a number, coloured by its place k\u00b7a mod p. Move the slider: they "
                + "glide onto a circle.</p></div></div></section>";
    }

    private ObjectNode data(Page page, StepRange whole) {
        ObjectNode data = Json.MAPPER.createObjectNode();
        Rectangle2D plot = page.plotAreaMillimetres();
        data.putArray("plot").add(plot.getX() / page.widthMillimetres()).add(plot.getY() / page.heightMillimetres())
                .add(plot.getWidth() / page.widthMillimetres()).add(plot.getHeight() / page.heightMillimetres());
        data.put("last", whole.upper()).put("sign", sign());
        ArrayNode rows = data.putArray("rows");
        for (Evaluation evaluation : run.evaluations()) {
            ArrayNode row = rows.addArray().add(evaluation.step());
            for (Measure measure : List.of(Measure.TRAIN_ACCURACY, Measure.VALIDATION_ACCURACY, Measure.FSD,
                    Measure.WEIGHT_NORM)) {
                double value = evaluation.value(measure);
                if (Double.isFinite(value)) {
                    row.add(value);
                } else {
                    row.addNull();
                }
            }
        }
        circle.ifPresent(path -> {
            data.put("frequency", path.frequency());
            ArrayNode planes = data.putArray("planes");
            path.steps().forEach(step -> plane(planes.addObject(), step, path.at(step)));
        });
        return data;
    }

    /** 16 bits a coordinate, x and y by turns. */
    private static void plane(ObjectNode node, int step, EmbeddingCircle circle) {
        double most = 0;
        for (int token = 0; token < circle.tokens(); token++) {
            most = Math.max(most, Math.max(Math.abs(circle.x(token)), Math.abs(circle.y(token))));
        }
        double scale = most > 0 ? most / Short.MAX_VALUE : 1;
        ByteBuffer points = ByteBuffer.allocate(4 * circle.tokens()).order(ByteOrder.LITTLE_ENDIAN);
        for (int token = 0; token < circle.tokens(); token++) {
            points.putShort((short) Math.round(circle.x(token) / scale))
                    .putShort((short) Math.round(circle.y(token) / scale));
        }
        node.put("step", step).put("scale", scale).put("points", Base64.getEncoder().encodeToString(points.array()));
    }

    private int sign() {
        var task = run.head().configuration().task();
        return task.labels() == Labels.SHUFFLED || circle.isEmpty() ? 0 : switch (task.operation()) {
            case ADD -> 1;
            case SUBTRACT -> -1;
            default -> 0;
        };
    }

    private static String rows(Map<String, String> lines) {
        return table(tbody(each(lines.entrySet(),
                line -> tr(th(line.getKey()).attr("scope", "row"), td(line.getValue()))))).render();
    }

    private static String escaped(String words) {
        return TagCreator.text(words).render();
    }

    private static String template() throws IOException {
        try (InputStream in = Objects.requireNonNull(RunPage.class.getResourceAsStream("run-page.html"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
