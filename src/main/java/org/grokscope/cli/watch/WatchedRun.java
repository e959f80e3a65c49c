package org.grokscope.cli.watch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.grokscope.measure.Evaluation;
import org.grokscope.measure.Measure;
import org.grokscope.measure.Milestone;
import org.grokscope.run.RunHistory;
import org.grokscope.run.RunState;
import org.grokscope.study.slurm.LineState;
import org.grokscope.study.slurm.LineStatus;

/**
 * What the table says of a run.
 *
 * @param name its id; of a line of a plan that has no run yet, the line's name
 * @param state in a word; {@code planned} before there is a run, or what Slurm says of that
 * @param host the machine whose process trains it; empty for this one, or none
 * @param step the last that was evaluated; -1 before the first
 * @param lastStep that it will take
 * @param stepsPerSecond as last told; NaN when nothing trains it
 * @param memorised step; empty when it was not reached
 * @param ceiling step of the FSD ceiling; empty when it was not reached
 * @param grokked step; empty when it was not reached
 * @param accuracy share of validation pairs answered right, evaluation by evaluation
 * @param fsd the FSD, evaluation by evaluation
 * @param remark where its folder and Slurm disagree, or why it failed; empty for nothing
 */
record WatchedRun(String name, String state, String host, int step, int lastStep, double stepsPerSecond,
        OptionalInt memorised, OptionalInt ceiling, OptionalInt grokked, double[] accuracy, double[] fsd,
        String remark) {
    /** In these, something may still happen without anybody's doing. */
    private static final Set<String> MOVING = Stream.concat(Stream.of(RunState.NEW.label()),
            Arrays.stream(LineState.values()).filter(LineState::moves).map(LineState::label))
            .collect(Collectors.toUnmodifiableSet());

    /** Returns a line of a plan as it stands. */
    static WatchedRun of(LineStatus line) {
        return line.run().map(run -> of(run, line.state().label(), line.host()).remarked(line.remark()))
                .orElse(pending(line.name(), line.lastStep(), line.state().label()).remarked(line.remark()));
    }

    /**
     * Returns a run as it stands.
     *
     * @param state in a word
     */
    static WatchedRun of(RunHistory run, String state, String host) {
        List<Evaluation> evaluations = run.evaluations();
        boolean trains = run.state() == RunState.TRAINING && !evaluations.isEmpty();
        return new WatchedRun(run.head().id(), state, host,
                evaluations.isEmpty() ? -1 : evaluations.getLast().step(),
                run.head().configuration().schedule().steps(),
                trains ? evaluations.getLast().value(Measure.STEPS_PER_SECOND) : Double.NaN,
                run.milestones().step(Milestone.MEMORISED), run.milestones().step(Milestone.CEILING),
                run.milestones().step(Milestone.GROKKED), values(evaluations, Measure.VALIDATION_ACCURACY),
                values(evaluations, Measure.FSD), "");
    }

    /** Returns a line of a plan that has no run yet. */
    static WatchedRun pending(String name, int lastStep, String state) {
        return new WatchedRun(name, state, "", -1, lastStep, Double.NaN, OptionalInt.empty(), OptionalInt.empty(),
                OptionalInt.empty(), new double[0], new double[0], "");
    }

    private WatchedRun remarked(String other) {
        return new WatchedRun(name, state, host, step, lastStep, stepsPerSecond, memorised, ceiling, grokked, accuracy,
                fsd, other);
    }

    private static double[] values(List<Evaluation> evaluations, Measure measure) {
        return evaluations.stream().mapToDouble(it -> it.value(measure)).toArray();
    }

    /** Returns whether something may still happen to it without anybody's doing. */
    boolean moves() {
        return MOVING.contains(state);
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
        return name + ": " + what + (remark.isEmpty() ? "" : " (" + remark + ")")
                + (step < 0
                        ? "."
                        : "; step %,d of %,d, validation accuracy %.1f%%, FSD %.3f.".formatted(step, lastStep,
                                100 * last(accuracy), last(fsd)));
    }
}
