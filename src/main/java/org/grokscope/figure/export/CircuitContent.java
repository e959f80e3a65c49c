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
    public TidyTable table(boolean raw) {
        TidyTable table = new TidyTable();
        switch (chart) {
            case EMBEDDING_POWER ->
                addAll(table, Column.share("embeddingPower"), scene.reading().embedding().power().shares());
            case CIRCLE -> addCircle(table, scene.reading().embedding().circle(scene.frequency()));
            case NEURONS -> scene.reading().activity()
                    .ifPresent(it -> addAll(table, Column.share("participation"), it.neurons().participation(1)));
            case RANKS -> scene.reading().activity().ifPresent(it -> addRanks(table, it));
            case PHASES ->
                scene.reading().activity().flatMap(CircuitActivity::phases).ifPresent(it -> addPhases(table, it));
            case ATTENTION -> scene.reading().activity().ifPresent(it -> addAttention(table, it.attention()));
            case ABLATION -> scene.reading().ablation().ifPresent(it -> {
                add(table, Column.share("accuracy"), it.intact());
                it.without()
                        .forEach((part, accuracy) -> add(table, Column.share("accuracy.without." + part), accuracy));
            });
            case LOGITS -> scene.pair().ifPresent(it -> addLogits(table, it));
            case LOTTERY -> scene.neuron().course().ifPresent(it -> addCourse(table, it));
            case PAIRS -> scene.reading().activity().ifPresent(it -> addMargins(table, it.margins()));
        }
        return table;
    }

    private void add(TidyTable table, Column column, double value) {
        table.add(step, run, column, value);
    }

    /** Adds values that are counted from 1. */
    private void addAll(TidyTable table, Column column, double[] values) {
        for (int i = 0; i < values.length; i++) {
            add(table, column.part(i + 1), values[i]);
        }
    }

    private void addCircle(TidyTable table, EmbeddingCircle circle) {
        for (int token = 0; token < circle.tokens(); token++) {
            add(table, Column.bare("token." + token + ".x"), circle.x(token));
            add(table, Column.bare("token." + token + ".y"), circle.y(token));
        }
    }

    private void addCourse(TidyTable table, NeuronCourse course) {
        for (int i = 0; i < course.steps().size(); i++) {
            for (int k = 1; k <= course.frequencies(); k++) {
                table.add(course.steps().get(i), run, Column.share("neuron." + course.neuron()).part(k),
                        course.share(i, k));
            }
        }
    }

    private void addPhases(TidyTable table, NeuronPhases phases) {
        for (NeuronPhases.Neuron neuron : phases.neurons()) {
            String name = "neuron." + neuron.index();
            add(table, Column.bare(name + ".frequency"), neuron.frequency());
            add(table, Column.bare(name + ".input"), neuron.input());
            add(table, Column.bare(name + ".output"), neuron.output());
        }
    }

    private void addRanks(TidyTable table, CircuitActivity activity) {
        int[] ranks = activity.neurons().ranks();
        for (int rank = 1; rank <= scene.task().basis().frequencies(); rank++) {
            int wanted = rank;
            add(table, new Column("neuronsOfRank." + rank, "neurons"),
                    IntStream.of(ranks).filter(each -> each == wanted).count());
        }
    }

    private void addAttention(TidyTable table, AttentionPattern pattern) {
        for (int block = 0; block < pattern.blocks(); block++) {
            for (int head = 0; head < pattern.heads(); head++) {
                for (int position = 0; position < pattern.positions().size(); position++) {
                    add(table, Column.share("attention." + block + "." + head + "."
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

    private void addLogits(TidyTable table, PairLogits said) {
        for (int answer = 0; answer < said.answers(); answer++) {
            add(table, new Column("logit." + answer, "logits"), said.logit(answer));
        }
    }

    private void addMargins(TidyTable table, PairMargins margins) {
        for (int a = 0; a < margins.tokens(); a++) {
            for (int b = 0; b < margins.tokens(); b++) {
                add(table, new Column("margin." + (margins.training(a, b) ? "training." : "validation.") + a + "." + b,
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
