package org.grokscope.figure.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.IntStream;
import org.grokscope.figure.CircuitChart;
import org.grokscope.figure.CircuitFigure;
import org.grokscope.figure.CircuitScene;
import org.grokscope.figure.FigureStyle;
import org.grokscope.measure.AttentionPattern;
import org.grokscope.measure.CircuitActivity;
import org.grokscope.measure.EmbeddingCircle;
import org.grokscope.measure.NeuronCourse;
import org.grokscope.measure.NeuronPhases;
import org.grokscope.measure.PairLogits;
import org.grokscope.measure.PairMargins;
import org.grokscope.run.RunHistory;
import org.grokscope.text.InvalidSetting;

/**
 * A run's network at one checkpoint.
 *
 * @param scene has all that the chart shows
 */
public record CircuitContent(CircuitChart chart, RunHistory run, int step, CircuitScene scene)
        implements
            FigureContent {
    private static final double HEIGHT = 0.62;
    private static final double LEAST_HEIGHT = 240;
    private static final double AROUND_CIRCLE = 60;

    /** @throws InvalidSetting when something that the chart shows is not known */
    public CircuitContent {
        boolean known = switch (chart) {
            case EMBEDDING_POWER, CIRCLE -> true;
            case NEURONS, RANKS, PHASES, ATTENTION, PAIRS -> scene.reading().activity().isPresent();
            case ABLATION -> scene.reading().ablation().isPresent();
            case LOGITS -> scene.pair().isPresent();
            case LOTTERY -> scene.neuron().course().isPresent();
        };
        InvalidSetting.unless(known, "figure", chart == CircuitChart.LOTTERY && scene.neuron().neuron().isEmpty()
                ? "Choose a neuron in the chart of phases first."
                : "The network is still being read; export it in a moment.");
    }

    @Override
    public FigureName name() {
        return FigureName.of(chart);
    }

    @Override
    public List<RunHistory> named() {
        return List.of(run);
    }

    @Override
    public List<RunHistory> runs() {
        return List.of(run);
    }

    @Override
    public PageDrawing drawing(FigureStyle style) {
        CircuitFigure figure = new CircuitFigure(chart, style);
        figure.update(scene);
        return figure::draw;
    }

    @Override
    public double usualHeight(double width) {
        return chart == CircuitChart.CIRCLE || chart == CircuitChart.PAIRS || chart == CircuitChart.PHASES
                ? width + AROUND_CIRCLE
                : Math.max(LEAST_HEIGHT, HEIGHT * width);
    }

    @Override
    public void table(boolean raw, Rows rows) {
        switch (chart) {
            case EMBEDDING_POWER ->
                addAll(rows, Column.share("embeddingPower"), scene.reading().embedding().power().shares());
            case CIRCLE -> addCircle(rows, scene.reading().embedding().circle(scene.frequency()));
            case NEURONS -> scene.reading().activity()
                    .ifPresent(it -> addAll(rows, Column.share("participation"), it.neurons().participation(1)));
            case RANKS -> scene.reading().activity().ifPresent(it -> addRanks(rows, it));
            case PHASES ->
                scene.reading().activity().flatMap(CircuitActivity::phases).ifPresent(it -> addPhases(rows, it));
            case ATTENTION -> scene.reading().activity().ifPresent(it -> addAttention(rows, it.attention()));
            case ABLATION -> scene.reading().ablation().ifPresent(it -> {
                add(rows, Column.share("accuracy"), it.intact());
                it.without()
                        .forEach((part, accuracy) -> add(rows, Column.share("accuracy.without." + part), accuracy));
            });
            case LOGITS -> scene.pair().ifPresent(it -> addLogits(rows, it));
            case LOTTERY -> scene.neuron().course().ifPresent(it -> addCourse(rows, it));
            case PAIRS -> scene.reading().activity().ifPresent(it -> addMargins(rows, it.margins()));
        }
    }

    private void add(Rows rows, Column column, double value) {
        rows.add(step, run, column, value);
    }

    /** Adds values that are counted from 1. */
    private void addAll(Rows rows, Column column, double[] values) {
        for (int i = 0; i < values.length; i++) {
            add(rows, column.part(i + 1), values[i]);
        }
    }

    private void addCircle(Rows rows, EmbeddingCircle circle) {
        for (int token = 0; token < circle.tokens(); token++) {
            add(rows, Column.bare("token." + token + ".x"), circle.x(token));
            add(rows, Column.bare("token." + token + ".y"), circle.y(token));
        }
    }

    private void addCourse(Rows rows, NeuronCourse course) {
        for (int i = 0; i < course.steps().size(); i++) {
            for (int k = 1; k <= course.frequencies(); k++) {
                rows.add(course.steps().get(i), run, Column.share("neuron." + course.neuron()).part(k),
                        course.share(i, k));
            }
        }
    }

    private void addPhases(Rows rows, NeuronPhases phases) {
        for (NeuronPhases.Neuron neuron : phases.neurons()) {
            String name = "neuron." + neuron.index();
            add(rows, Column.bare(name + ".frequency"), neuron.frequency());
            add(rows, Column.bare(name + ".input"), neuron.input());
            add(rows, Column.bare(name + ".output"), neuron.output());
        }
    }

    private void addRanks(Rows rows, CircuitActivity activity) {
        int[] ranks = activity.neurons().ranks();
        for (int rank = 1; rank <= scene.task().basis().frequencies(); rank++) {
            int wanted = rank;
            add(rows, new Column("neuronsOfRank." + rank, "neurons"),
                    IntStream.of(ranks).filter(each -> each == wanted).count());
        }
    }

    private void addAttention(Rows rows, AttentionPattern pattern) {
        for (int block = 0; block < pattern.blocks(); block++) {
            for (int head = 0; head < pattern.heads(); head++) {
                for (int position = 0; position < pattern.positions().size(); position++) {
                    add(rows, Column.share("attention." + block + "." + head + "."
                            + column(pattern.positions().get(position))),
                            pattern.weight(block, head, position));
                }
            }
        }
    }

    /** Returns what a position is called where signs might be misread. */
    private static String column(String sign) {
        return switch (sign) {
            case "=" -> "separator";
            case "\u2218" -> "operation";
            default -> sign;
        };
    }

    private void addLogits(Rows rows, PairLogits said) {
        for (int answer = 0; answer < said.answers(); answer++) {
            add(rows, new Column("logit." + answer, "logits"), said.logit(answer));
        }
    }

    private void addMargins(Rows rows, PairMargins margins) {
        for (int a = 0; a < margins.tokens(); a++) {
            for (int b = 0; b < margins.tokens(); b++) {
                add(rows, new Column("margin." + (margins.training(a, b) ? "training." : "validation.") + a + "." + b,
                        "logits"), margins.margin(a, b));
            }
        }
    }

    @Override
    public void describe(ObjectNode settings) {
        settings.put("step", step).put("frequency", scene.frequency());
        scene.pair().ifPresent(it -> settings.putArray("pair").add(it.a()).add(it.b()));
    }

    @Override
    public List<String> options() {
        List<String> atStep = List.of("--step", Integer.toString(step));
        return switch (chart) {
            case NEURONS, RANKS, ABLATION, ATTENTION, PAIRS -> atStep;
            case EMBEDDING_POWER, CIRCLE, PHASES ->
                List.of("--step", Integer.toString(step), "--frequency", Integer.toString(scene.frequency()));
            case LOTTERY -> List.of("--neuron", Integer.toString(scene.neuron().neuron().orElse(0)));
            case LOGITS -> scene.pair().map(it -> List.of("--step", Integer.toString(step), "--pair",
                    it.a() + "," + it.b())).orElse(atStep);
        };
    }
}
