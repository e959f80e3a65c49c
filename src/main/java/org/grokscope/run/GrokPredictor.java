package org.grokscope.run;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.grokscope.measure.Evaluation;
import org.grokscope.measure.GrokCourse;
import org.grokscope.measure.GrokForecast;
import org.grokscope.measure.Measure;
import org.grokscope.measure.Milestone;
import org.grokscope.measure.Milestones;
import org.grokscope.settings.ModelKind;
import org.grokscope.settings.OptimizerSettings;
import org.grokscope.settings.RunConfiguration;
import org.grokscope.settings.Settings;
import org.grokscope.settings.TaskSettings;
import org.grokscope.task.Labels;
import org.grokscope.task.Operation;

/**
 * Predicts when runs like the paper's will grok, from runs that were recorded with this program ({@link RecordedCourses}). A
 * run is never predicted from one with its own task and seed.
 */
public final class GrokPredictor {
    /** The values of λ at which what it says was checked. */
    private static final double LEAST_WEIGHT_DECAY = 0.5;
    private static final double MOST_WEIGHT_DECAY = 5;
    /** The recorded runs have p from 53 to 131. */
    private static final int LEAST_P = 40;
    private static final int MOST_P = 150;
    private static final Set<Operation> OPERATIONS = Set.of(Operation.ADD, Operation.SUBTRACT, Operation.MULTIPLY);
    private static final Set<ModelKind> KINDS = Set.of(ModelKind.FULL, ModelKind.ATTENTION_ONLY);

    private GrokPredictor() {}

    /** Predicts from all that a run has logged, at the λ that acts now. */
    public static Optional<GrokPrediction> of(RunHistory run) {
        return of(run.head().configuration(), run.evaluations(), run.milestones(), OptionalDouble.empty());
    }

    /** Predicts from what a run had logged up to a step, at the λ that acted after it. */
    public static Optional<GrokPrediction> of(RunHistory run, int step) {
        return of(run, step, OptionalDouble.empty());
    }

    /** Predicts from what a run had logged up to a step, as if another λ acted from there on. */
    public static Optional<GrokPrediction> of(RunHistory run, int step, OptionalDouble weightDecay) {
        List<Evaluation> known = run.evaluations().subList(0,
                StepSearch.atOrAfter(run.evaluations(), Evaluation::step, step + 1));
        return of(run.head().configuration(), known, Milestones.of(known, run.alarms()), weightDecay);
    }

    /**
     * Predicts from evaluations.
     *
     * @param evaluations ascending in step, from step 0 on
     * @param weightDecay λ from the last of them on; empty for the one that it names
     */
    public static Optional<GrokPrediction> of(RunConfiguration settings, List<Evaluation> evaluations,
            Milestones milestones, OptionalDouble weightDecay) {
        if (evaluations.isEmpty() || evaluations.getFirst().step() != 0 || !milestones.reached()
                .containsKey(Milestone.MEMORISED) || !like(settings)) {
            return Optional.empty();
        }
        Evaluation last = evaluations.getLast();
        double acting = weightDecay.orElse(last.value(Measure.WEIGHT_DECAY));
        if (!(acting >= LEAST_WEIGHT_DECAY && acting <= MOST_WEIGHT_DECAY)) {
            return Optional.empty();
        }
        double rate = settings.optimizer().learningRate() * acting;
        double half = settings.evaluation().evaluateEvery() / 2.0;
        return GrokForecast.of(
                GrokCourse.of(evaluations, milestones, settings.optimizer().learningRate(), settings.task().p()),
                RecordedCourses.without(origin(settings)))
                .map(it -> new GrokPrediction(last.step(),
                        (int) Math.max(last.step(), Math.floor(last.step() + it.low() / rate - half)),
                        (int) Math.round(last.step() + it.expected() / rate),
                        (int) Math.ceil(last.step() + it.high() / rate + half)));
    }

    /** Returns what a recorded run must not share with the one that is predicted. */
    static String origin(RunConfiguration settings) {
        return settings.task().operation().label() + "-" + settings.task().p() + "-" + settings.seeds().seed();
    }

    /** Returns whether the recorded runs speak for one with these settings. */
    private static boolean like(RunConfiguration settings) {
        TaskSettings task = settings.task();
        OptimizerSettings optimizer = settings.optimizer();
        RunConfiguration paper = RunConfiguration.PAPER;
        return OPERATIONS.contains(task.operation()) && KINDS.contains(settings.model().kind())
                && task.labels() == Labels.TRUE && task.p() >= LEAST_P
                && task.p() <= MOST_P && task.trainFraction() == paper.task().trainFraction()
                && settings.model().equals(paper.with(Settings.KIND, settings.model().kind())
                        .with(Settings.BLOCKS, settings.model().blocks()).model())
                && optimizer.equals(paper.with(Settings.LEARNING_RATE, optimizer.learningRate())
                        .with(Settings.WEIGHT_DECAY, optimizer.weightDecay()).optimizer());
    }
}
