package org.grokscope.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.grokscope.measure.Alarm;
import org.grokscope.measure.Interval;
import org.grokscope.measure.Measure;
import org.grokscope.measure.Median;
import org.grokscope.measure.MedianInterval;
import org.grokscope.measure.Milestone;
import org.grokscope.measure.WilsonInterval;
import org.grokscope.run.RunHistory;

/**
 * What one precursor came to in a race (src/site/markdown/science.md, section 6): its threshold is chosen on some runs, and
 * what it is worth is counted on others. A run counts by what came of it: grokked, or ended without.
 *
 * @param alarm with the threshold that was chosen; empty where every one rings falsely on the runs it is chosen on
 * @param leads where it rings in runs that grok
 * @param grokked fresh runs that grokked and measure it
 * @param ringing fresh runs that ended without grokking in which it rings
 * @param others all of those that measure it
 */
public record RaceEntry(Precursor precursor, Optional<Alarm> alarm, List<Lead> leads,
        List<RunHistory> grokked, int ringing, int others) {
    /**
     * Where it rings in a run that groks.
     *
     * @param rings the step at which it rings
     * @param grokked the step at which the run groks
     */
    public record Lead(RunHistory run, int rings, int grokked) {
        /** Returns steps from ringing to grokking. */
        public int steps() {
            return grokked - rings;
        }
    }

    /** Chooses a threshold on calibration runs, and counts on fresh ones. */
    public static RaceEntry of(Precursor precursor, List<RunHistory> calibration, List<RunHistory> fresh) {
        return at(precursor, calibrated(precursor, calibration), fresh);
    }

    /** Counts with a threshold that stands. */
    public static RaceEntry at(Precursor precursor, Optional<Alarm> alarm, List<RunHistory> fresh) {
        List<RunHistory> counted = fresh.stream().filter(run -> counts(precursor, run)).toList();
        List<RunHistory> grokked = counted.stream().filter(RaceEntry::groks).toList();
        List<RunHistory> others = counted.stream().filter(run -> !groks(run) && Situation.over(run)).toList();
        List<Lead> leads = new ArrayList<>();
        alarm.ifPresent(it -> grokked.forEach(run -> run.rings(it).ifPresent(step -> leads
                .add(new Lead(run, step, run.milestones().step(Milestone.GROKKED).orElseThrow())))));
        int ringing = alarm.map(it -> (int) others.stream().filter(run -> run.rings(it).isPresent()).count()).orElse(0);
        return new RaceEntry(precursor, alarm, leads, grokked, ringing, others.size());
    }

    /**
     * Returns the alarm with the threshold that rings in no run that ends without grokking and has the greatest mean lead over
     * the others, a run in which it does not ring counting as 0; of equals the stricter. A published one stands.
     */
    static Optional<Alarm> calibrated(Precursor precursor, List<RunHistory> runs) {
        if (precursor.published()) {
            return Optional.of(precursor.alarm());
        }
        List<RunHistory> counted = runs.stream().filter(run -> counts(precursor, run)).toList();
        // The strictest first: of equals the first is kept.
        Comparator<Double> strictest = precursor.alarm().side() == Alarm.Side.AT_LEAST
                ? Comparator.reverseOrder()
                : Comparator.naturalOrder();
        Optional<Alarm> best = Optional.empty();
        double greatest = Double.NEGATIVE_INFINITY;
        for (double threshold : precursor.thresholds().stream().sorted(strictest).toList()) {
            Alarm alarm = precursor.alarm().at(threshold);
            boolean falsely = counted.stream()
                    .anyMatch(run -> !groks(run) && Situation.over(run) && run.rings(alarm).isPresent());
            double mean = counted.stream().filter(RaceEntry::groks).mapToInt(run -> run.leadOf(alarm).orElse(0))
                    .average().orElse(Double.NaN);
            if (!falsely && mean > greatest) {
                best = Optional.of(alarm);
                greatest = mean;
            }
        }
        return best;
    }

    private static boolean groks(RunHistory run) {
        return run.milestones().step(Milestone.GROKKED).isPresent();
    }

    private static boolean counts(Precursor precursor, RunHistory run) {
        Measure measure = precursor.alarm().measure();
        return precursor.operation().filter(it -> it != run.head().configuration().task().operation()).isEmpty()
                && run.measured(measure);
    }

    /** Returns how many runs it announced: it rang before they grokked. */
    public int announced() {
        return (int) leads.stream().filter(lead -> lead.steps() > 0).count();
    }

    /** Returns in how many runs that grokked it never rang. */
    public int silent() {
        return grokked.size() - leads.size();
    }

    /** Returns Wilson's interval of the rate of true alarms, where there is a run. */
    public Optional<Interval> announcedInterval() {
        return grokked.isEmpty() ? Optional.empty() : Optional.of(WilsonInterval.of(announced(), grokked.size()));
    }

    /** Returns Wilson's interval of the rate of false alarms, where there is a run. */
    public Optional<Interval> falseInterval() {
        return others == 0 ? Optional.empty() : Optional.of(WilsonInterval.of(ringing, others));
    }

    /** Returns the rate of false alarms; NaN where there is no run that ended without grokking. */
    public double falseRate() {
        return others == 0 ? Double.NaN : (double) ringing / others;
    }

    /** Returns the median lead over the runs in which it rings; NaN where there is none. */
    public double medianLead() {
        return Median.of(steps());
    }

    /** Returns where the median lead lies. */
    public Optional<Interval> medianInterval() {
        return MedianInterval.of(steps());
    }

    /** Returns the median of the lead as a share of the grokking step; NaN where there is none. */
    public double medianShare() {
        return Median.of(leads.stream().mapToDouble(lead -> (double) lead.steps() / Math.max(1, lead.grokked()))
                .toArray());
    }

    private double[] steps() {
        return leads.stream().mapToDouble(Lead::steps).toArray();
    }

    /** Returns by how many steps it rang earlier than another, in each run that both measure; not to ring is to lead by 0. */
    public List<Integer> earlierThan(RaceEntry other) {
        Map<String, Integer> theirs = other.byRun();
        Map<String, Integer> ours = byRun();
        return ours.keySet().stream().filter(theirs::containsKey)
                .map(run -> ours.getOrDefault(run, 0) - theirs.getOrDefault(run, 0)).toList();
    }

    private Map<String, Integer> byRun() {
        Map<String, Integer> steps = new LinkedHashMap<>();
        grokked.forEach(run -> steps.put(RunIdentity.of(run), 0));
        leads.forEach(lead -> steps.put(RunIdentity.of(lead.run()), lead.steps()));
        return steps;
    }
}
