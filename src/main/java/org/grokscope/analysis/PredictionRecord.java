package org.grokscope.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.grokscope.measure.Milestone;
import org.grokscope.run.GrokPrediction;
import org.grokscope.run.GrokPrediction.Moment;
import org.grokscope.run.GrokPredictor;
import org.grokscope.run.Lineage;
import org.grokscope.run.PredictionLog;
import org.grokscope.run.RunHistory;

/**
 * How often it was true when it was said at which step a run would grok.
 *
 * @param held predictions whose interval held the step at which the run grokked
 * @param judged predictions of runs that grokked, or went on beyond the interval
 * @param kept those of the judged that were written down while the run trained; the others are made afterwards, from no more
 *        than the run had logged by then
 */
public record PredictionRecord(int held, int judged, int kept) {
    /** Nothing was predicted. */
    public static final PredictionRecord NONE = new PredictionRecord(0, 0, 0);

    /** Counts among runs that were read to the end. */
    public static PredictionRecord of(List<RunHistory> runs) {
        PredictionRecord sum = NONE;
        for (RunHistory run : runs) {
            sum = sum.and(of(run));
        }
        return sum;
    }

    /** Returns what both came to together. */
    public PredictionRecord and(PredictionRecord other) {
        return new PredictionRecord(held + other.held, judged + other.judged, kept + other.kept);
    }

    private static PredictionRecord of(RunHistory run) {
        PredictionLog log = PredictionLog.of(run.head(), run.events());
        if (!log.said().isEmpty()) {
            int held = (int) log.judged().stream().filter(it -> it.held()).count();
            return new PredictionRecord(held, log.judged().size(), log.judged().size());
        }
        int held = 0;
        int judged = 0;
        for (Said said : afterwards(run)) {
            Optional<Boolean> verdict = verdict(run, said.prediction());
            judged += verdict.isPresent() ? 1 : 0;
            held += verdict.orElse(false) ? 1 : 0;
        }
        return new PredictionRecord(held, judged, 0);
    }

    /** Returns whether a prediction was true; nothing while that is open. */
    public static Optional<Boolean> verdict(RunHistory run, GrokPrediction prediction) {
        OptionalInt grokked = run.milestones().step(Milestone.GROKKED);
        if (grokked.isPresent()) {
            return Optional.of(prediction.holds(grokked.getAsInt()));
        }
        return run.lastStep() > prediction.high() ? Optional.of(false) : Optional.empty();
    }

    /** What could have been said at a moment. */
    public record Said(Moment moment, GrokPrediction prediction) {}

    /** Says at each moment at which predictions are kept what the run would have said, had it kept any. */
    public static List<Said> afterwards(RunHistory run) {
        List<Said> all = new ArrayList<>();
        Lineage lineage = run.head().lineage();
        if (lineage != null) {
            GrokPredictor.of(run, lineage.step(), OptionalDouble.of(run.weightDecayAfter(lineage.step())))
                    .ifPresent(it -> all.add(new Said(Moment.FORK, it)));
        }
        add(run, Milestone.MEMORISED, Moment.MEMORISED, all);
        add(run, Milestone.CEILING, Moment.ALARM, all);
        return all;
    }

    private static void add(RunHistory run, Milestone milestone, Moment moment, List<Said> all) {
        Lineage lineage = run.head().lineage();
        OptionalInt step = run.milestones().step(milestone);
        if (step.isPresent() && (lineage == null || step.getAsInt() > lineage.step())) {
            GrokPredictor.of(run, step.getAsInt()).ifPresent(it -> all.add(new Said(moment, it)));
        }
    }
}
