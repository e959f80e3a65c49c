package org.grokscope.analysis;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.grokscope.measure.Alarm;
import org.grokscope.measure.Interval;
import org.grokscope.measure.MeanInterval;
import org.grokscope.measure.Measure;
import org.grokscope.measure.Milestone;
import org.grokscope.run.RunHistory;

/**
 * How an alarm's lead depends on its threshold (src/site/markdown/science.md, section 6): for each of many thresholds by how
 * much it comes before grokking, in how many of the runs that grok it comes first, and in how many of the others it rings all
 * the same. Runs that are alike in all that determines them count once; a run that may still train and has not grokked is
 * left out.
 *
 * @param alarm whose threshold is varied
 * @param points by ascending threshold
 * @param grokked how many runs grokked
 * @param others how many ended without grokking
 * @param repeated runs that are alike with one that is counted
 * @param left runs that are neither, or do not measure it
 */
public record LeadCurve(Alarm alarm, List<Point> points, int grokked, int others, int repeated, int left) {
    /** How many thresholds there are. */
    private static final int POINTS = 50;

    /**
     * What comes of one threshold.
     *
     * @param leads how many runs have a lead: it rings and they grok
     * @param mean lead in steps; NaN when there is none
     * @param interval Student's 95% interval of the mean; none for fewer than two leads
     * @param first share of the runs that grok in which it rings before that; NaN when none groks
     * @param falseAlarms share of the others in which it rings; NaN when there is none
     */
    public record Point(double threshold, int leads, double mean, Optional<Interval> interval, double first,
            double falseAlarms) {}

    public LeadCurve {
        points = List.copyOf(points);
    }

    /** Varies an alarm's threshold over the whole range of its measure in these runs. */
    public static LeadCurve of(List<RunHistory> runs, Alarm alarm) {
        List<RunHistory> grokked = new ArrayList<>();
        List<RunHistory> others = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        int left = 0;
        for (RunHistory run : runs) {
            boolean groks = run.milestones().step(Milestone.GROKKED).isPresent();
            if (values(run, alarm.measure()).findAny().isEmpty() || !groks && !Situation.over(run)) {
                left++;
            } else if (seen.add(RunIdentity.of(run))) {
                (groks ? grokked : others).add(run);
            }
        }
        List<Point> points = new ArrayList<>();
        for (double threshold : thresholds(runs, alarm)) {
            points.add(point(grokked, others, alarm.at(threshold)));
        }
        int repeated = runs.size() - grokked.size() - others.size() - left;
        return new LeadCurve(alarm, points, grokked.size(), others.size(), repeated, left);
    }

    private static Point point(List<RunHistory> grokked, List<RunHistory> others, Alarm alarm) {
        double[] leads = grokked.stream().map(run -> run.leadOf(alarm)).filter(OptionalInt::isPresent)
                .mapToDouble(OptionalInt::getAsInt).toArray();
        long first = DoubleStream.of(leads).filter(lead -> lead > 0).count();
        long ringing = others.stream().filter(run -> run.rings(alarm).isPresent()).count();
        return new Point(alarm.threshold(), leads.length, DoubleStream.of(leads).average().orElse(Double.NaN),
                MeanInterval.of(leads), share(first, grokked.size()), share(ringing, others.size()));
    }

    private static double share(long some, int all) {
        return all == 0 ? Double.NaN : (double) some / all;
    }

    private static DoubleStream values(RunHistory run, Measure measure) {
        return run.evaluations().stream().mapToDouble(it -> it.value(measure)).filter(Double::isFinite);
    }

    /** Shares and degrees are varied from 0 to 1, others between the least and the greatest value there is. */
    static List<Double> thresholds(List<RunHistory> runs, Alarm alarm) {
        Measure measure = alarm.measure();
        boolean factor = alarm.reference() != Alarm.Reference.ABSOLUTE;
        if (factor || measure.scale() == Measure.Scale.SHARE || measure.scale() == Measure.Scale.DEGREE) {
            return IntStream.rangeClosed(1, POINTS).mapToObj(i -> (double) i / POINTS).toList();
        }
        double[] values = runs.stream().flatMapToDouble(run -> values(run, measure)).sorted().toArray();
        if (values.length == 0 || values[0] == values[values.length - 1]) {
            return List.of();
        }
        double low = values[0];
        double high = values[values.length - 1];
        boolean log = measure.scale() == Measure.Scale.LOG && low > 0;
        return IntStream.rangeClosed(0, POINTS).mapToObj(i -> (double) i / POINTS)
                .map(share -> log ? low * Math.pow(high / low, share) : low + share * (high - low)).toList();
    }
}
