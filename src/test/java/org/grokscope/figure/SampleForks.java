package org.grokscope.figure;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.grokscope.measure.Evaluation;
import org.grokscope.measure.Measure;
import org.grokscope.measure.Milestones;
import org.grokscope.measure.Performance;
import org.grokscope.run.Lineage;
import org.grokscope.run.RunHead;
import org.grokscope.run.RunHistory;
import org.grokscope.run.RunState;
import org.grokscope.settings.RunConfiguration;
import org.grokscope.settings.Settings;
import org.jspecify.annotations.Nullable;

/** A run and its forks as they look at p = 97, made by formula. */
public final class SampleForks {
    /** Where branches leave. */
    public static final int FORK = 1700;
    private static final int NEVER = Integer.MAX_VALUE;

    private SampleForks() {}

    /**
     * A run that groks 2,300 steps after the fork, and forks of it with λ = 1, 2, 3, 5 and 10, three draws each: one
     * at λ = 1 trains still, one at λ = 5 loses it again, those at λ = 10 collapse.
     */
    public static List<RunHistory> family() {
        return family("parent");
    }

    /** The same under a parent of another id. */
    public static List<RunHistory> family(String parent) {
        List<RunHistory> runs = new ArrayList<>(List.of(parent(parent)));
        int[][] delays = {{2300, 1900, NEVER}, {1000, 1200, 1300}, {700, 800, 600}, {500, 400, 500}};
        double[] weightDecays = {1, 2, 3, 5};
        for (int i = 0; i < weightDecays.length; i++) {
            for (int draw = 0; draw < 3; draw++) {
                int delay = delays[i][draw];
                int lost = weightDecays[i] == 5 && draw == 1 ? 900 : NEVER;
                runs.add(delay == NEVER
                        ? branch(parent, weightDecays[i], draw, 1800, NEVER, lost, RunState.TRAINING)
                        : branch(parent, weightDecays[i], draw, delay + 1500, delay, lost, RunState.FINISHED));
            }
        }
        for (int draw = 0; draw < 3; draw++) {
            runs.add(collapsed(parent, 10, draw));
        }
        return List.copyOf(runs);
    }

    /** A run that forks can leave. */
    public static RunHistory parent(String id) {
        List<Evaluation> evaluations = evaluations(0, 8000, step -> accuracy(step, FORK + 2300, NEVER),
                step -> norm(step, 1, FORK + 2300), 1);
        return run(id, "add mod 97 \u00b7 seed 123", 1, 42, null, evaluations, RunState.FINISHED);
    }

    /** A fork that groks at all draws alike. */
    public static RunHistory grokked(String parent, double weightDecay, int draw, int delay) {
        return branch(parent, weightDecay, draw, delay + 1500, delay, NEVER, RunState.FINISHED);
    }

    /** A fork in some state that has not grokked within some steps. */
    public static RunHistory waiting(String parent, double weightDecay, int draw, int steps, RunState state) {
        return branch(parent, weightDecay, draw, steps, NEVER, NEVER, state);
    }

    /** A fork whose weights are crushed. */
    public static RunHistory collapsed(String parent, double weightDecay, int draw) {
        List<Evaluation> evaluations = joined(weightDecay, 2500, step -> 0.01,
                step -> Math.max(0.3, 44 * Math.exp(-0.003 * (step - FORK))));
        return run(id(parent, weightDecay, draw), "fork", weightDecay, 42 + draw,
                lineage(parent, weightDecay, draw), evaluations, RunState.FINISHED);
    }

    /** A run with other changes to its parent's settings than its own. */
    public static RunHistory with(RunHistory run, List<String> changes) {
        Lineage lineage = run.head().lineage();
        if (lineage == null) {
            throw new IllegalArgumentException("It is no fork.");
        }
        return run(run.head().id(), run.head().name(), run.head().configuration().optimizer().weightDecay(),
                run.head().configuration().seeds().dataSeed(), new Lineage(lineage.parent(), lineage.step(), changes),
                run.evaluations(), run.state());
    }

    /** The same fork, left at another step. */
    public static RunHistory at(RunHistory run, int step) {
        Lineage lineage = run.head().lineage();
        if (lineage == null) {
            throw new IllegalArgumentException("It is no fork.");
        }
        double weightDecay = run.head().configuration().optimizer().weightDecay();
        List<Evaluation> evaluations = run.evaluations().stream()
                .map(each -> each.step() > step ? changed(each, weightDecay) : each).toList();
        return run(run.head().id() + "@" + step, run.head().name(),
                run.head().configuration().optimizer().weightDecay(), run.head().configuration().seeds().dataSeed(),
                new Lineage(lineage.parent(), step, lineage.changes()), evaluations, run.state());
    }

    /** A fork at whose end another λ acts. */
    public static RunHistory changedOnTheWay(RunHistory run, int step) {
        return run(run.head().id(), run.head().name(), run.head().configuration().optimizer().weightDecay(),
                run.head().configuration().seeds().dataSeed(), run.head().lineage(), run.evaluations().stream()
                        .map(each -> each.step() > step ? changed(each, 7) : each).toList(),
                run.state());
    }

    private static Evaluation changed(Evaluation evaluation, double weightDecay) {
        return evaluation.with(Measure.WEIGHT_DECAY, weightDecay);
    }

    private static RunHistory branch(String parent, double weightDecay, int draw, int steps, int delay, int lost,
            RunState state) {
        int grokked = delay == NEVER ? NEVER : FORK + delay;
        List<Evaluation> evaluations = joined(weightDecay, steps,
                step -> accuracy(step, grokked, lost == NEVER ? NEVER : FORK + lost),
                step -> norm(step, weightDecay, grokked));
        return run(id(parent, weightDecay, draw), "fork", weightDecay, 42 + draw,
                lineage(parent, weightDecay, draw), evaluations, state);
    }

    private static String id(String parent, double weightDecay, int draw) {
        return parent + "-" + weightDecay + "-" + draw;
    }

    private static Lineage lineage(String parent, double weightDecay, int draw) {
        return new Lineage(parent, FORK, Stream.of(weightDecay == 1 ? "" : "weightDecay", draw == 0 ? "" : "dataSeed")
                .filter(change -> !change.isEmpty()).toList());
    }

    private static List<Evaluation> joined(double weightDecay, int steps, IntToDoubleFunction accuracy,
            IntToDoubleFunction norm) {
        List<Evaluation> all = new ArrayList<>(
                evaluations(0, FORK, step -> accuracy(step, FORK + 2300, NEVER), step -> norm(step, 1, NEVER), 1));
        all.addAll(evaluations(FORK + 100, FORK + steps, accuracy, norm, weightDecay));
        return all;
    }

    private static List<Evaluation> evaluations(int from, int to, IntToDoubleFunction accuracy,
            IntToDoubleFunction norm, double weightDecay) {
        return IntStream.rangeClosed(from / 100, to / 100).map(i -> 100 * i)
                .mapToObj(step -> Evaluation.at(step).wallMillis(24L * step)
                        .performance(new Performance(0.01, 1, 1, accuracy.applyAsDouble(step)))
                        .set(Measure.WEIGHT_NORM, norm.applyAsDouble(step)).set(Measure.WEIGHT_DECAY, weightDecay)
                        .set(Measure.STEPS_PER_SECOND, 40).build())
                .toList();
    }

    private static double accuracy(int step, int grokked, int lost) {
        return step >= lost ? 0.2 : step >= grokked ? 0.99 : 0.1;
    }

    /** Falls to 22 at grokking, a little further after it, and to 26 where none comes. */
    private static double norm(int step, double weightDecay, int grokked) {
        if (step <= FORK) {
            return 44 + 75 * (Math.exp(-step / 500.0) - Math.exp(-FORK / 500.0));
        }
        if (grokked == NEVER) {
            return 26 + 18 * Math.exp(-(step - FORK) * 0.0004 * weightDecay);
        }
        double floor = 22 + 1.5 * Math.sin(grokked);
        double share = (double) (step - FORK) / (grokked - FORK);
        return share <= 1 ? 44 * Math.pow(floor / 44, share) : floor - 1.5 * (1 - Math.exp(-(share - 1)));
    }

    private static RunHistory run(String id, String name, double weightDecay, long dataSeed,
            @Nullable Lineage lineage, List<Evaluation> evaluations, RunState state) {
        RunConfiguration configuration = RunConfiguration.PAPER.withWeightDecay(weightDecay)
                .with(Settings.DATA_SEED, dataSeed);
        RunHead head = new RunHead(id, name, Instant.EPOCH, configuration, lineage,
                SampleHistories.empty().head().environment());
        return new RunHistory(head, state, evaluations, List.of(), List.of(),
                Milestones.of(evaluations, configuration.thresholds()), List.of());
    }
}
