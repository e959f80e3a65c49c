package org.grokscope.cli.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.grokscope.measure.Evaluation;
import org.grokscope.measure.Measure;
import org.grokscope.measure.Milestone;
import org.grokscope.run.RunHistory;
import org.grokscope.run.RunState;

/**
 * What the table says of a run.
 *
 * @param name its id; of a line of a plan that has no run yet, the line's name
 * @param state in a word; {@code pending} before there is a run
 * @param host the machine whose process trains it; empty for this one, or none
 * @param step the last that was evaluated; -1 before the first
 * @param lastStep that it will take
 * @param stepsPerSecond as last told; NaN when nothing trains it
 * @param memorised step; empty when it was not reached
 * @param ceiling step of the FSD ceiling; empty when it was not reached
 * @param grokked step; empty when it was not reached
 * @param accuracy share of validation pairs answered right, evaluation by evaluation
 * @param fsd the FSD, evaluation by evaluation
 */
record WatchedRun(String name, String state, String host, int step, int lastStep, double stepsPerSecond,
        OptionalInt memorised, OptionalInt ceiling, OptionalInt grokked, double[] accuracy, double[] fsd) {
    /** The state of a line of a plan that has no run yet. */
    static final String PENDING = "pending";

    /** Returns a run as it stands. */
    static WatchedRun of(RunHistory run, String host) {
        List<Evaluation> evaluations = run.evaluations();
        boolean trains = run.state() == RunState.TRAINING && !evaluations.isEmpty();
        return new WatchedRun(run.head().id(), run.state().label(), host,
                evaluations.isEmpty() ? -1 : evaluations.getLast().step(), run.lastStep(),
                trains ? evaluations.getLast().value(Measure.STEPS_PER_SECOND) : Double.NaN,
                run.milestones().step(Milestone.MEMORISED), run.milestones().step(Milestone.CEILING),
                run.milestones().step(Milestone.GROKKED), values(evaluations, Measure.VALIDATION_ACCURACY),
                values(evaluations, Measure.FSD));
    }

    /** Returns a line of a plan that has no run yet. */
    static WatchedRun pending(String name, int lastStep) {
        return new WatchedRun(name, PENDING, "", -1, lastStep, Double.NaN, OptionalInt.empty(), OptionalInt.empty(),
                OptionalInt.empty(), new double[0], new double[0]);
    }

    private static double[] values(List<Evaluation> evaluations, Measure measure) {
        return evaluations.stream().mapToDouble(it -> it.value(measure)).toArray();
    }

    /** Returns whether something may still happen to it without anybody's doing. */
    boolean moves() {
        return state.equals(RunState.TRAINING.label()) || state.equals(RunState.NEW.label()) || state.equals(PENDING);
    }

    /** Returns the last value of a curve; NaN for none. */
    static double last(double[] curve) {
        return curve.length == 0 ? Double.NaN : curve[curve.length - 1];
    }

    /** Returns what is news of it, compared with how it was before, in a line; empty for nothing. */
    List<String> news(WatchedRun before) {
        List<String> news = new ArrayList<>();
        if (!before.state.equals(state)) {
            news.add(state + (host.isEmpty() ? "" : " on " + host));
        }
        milestone("memorised", before.memorised, memorised, news);
        milestone("FSD ceiling", before.ceiling, ceiling, news);
        milestone("grokked", before.grokked, grokked, news);
        return news.isEmpty() ? news : List.of(line(String.join(", ", news)));
    }

    private static void milestone(String name, OptionalInt before, OptionalInt now, List<String> news) {
        if (now.isPresent() && !before.equals(now)) {
            news.add("%s at step %,d".formatted(name, now.getAsInt()));
        }
    }

    /** Returns how it stands, in a line. */
    String line() {
        List<String> all = new ArrayList<>(List.of(state + (host.isEmpty() ? "" : " on " + host)));
        milestone("memorised", OptionalInt.empty(), memorised, all);
        milestone("FSD ceiling", OptionalInt.empty(), ceiling, all);
        milestone("grokked", OptionalInt.empty(), grokked, all);
        return line(String.join(", ", all));
    }

    private String line(String what) {
        return name + ": " + what
                + (step < 0
                        ? "."
                        : "; step %,d of %,d, validation accuracy %.1f%%, FSD %.3f.".formatted(step, lastStep,
                                100 * last(accuracy), last(fsd)));
    }
}
