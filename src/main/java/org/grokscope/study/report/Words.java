package org.grokscope.study.report;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.grokscope.measure.Interval;
import org.grokscope.measure.Milestone;
import org.grokscope.measure.Milestones;
import org.grokscope.study.FoundRun;

/** How numbers stand in a report. */
final class Words {
    /** There is no number. */
    static final String NONE = "\u2014";
    /** The head of a column of the paper's numbers. */
    static final String PAPER = "paper";

    private Words() {}

    static String step(OptionalInt step) {
        return step.isPresent() ? "%,d".formatted(step.getAsInt()) : NONE;
    }

    static String signed(OptionalInt steps) {
        return steps.isPresent() ? signed(steps.getAsInt()) : NONE;
    }

    /** Returns steps with their sign. */
    static String signed(double steps) {
        return Double.isFinite(steps) ? minus(String.format(Locale.ROOT, "%+,.0f", steps)) : NONE;
    }

    static String steps(double steps) {
        return Double.isFinite(steps) ? minus(String.format(Locale.ROOT, "%,.0f", steps)) : NONE;
    }

    static String decimals(double value) {
        return Double.isFinite(value) ? minus(String.format(Locale.ROOT, "%.2f", value)) : NONE;
    }

    static String norm(double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%.1f", value) : NONE;
    }

    static String percent(double share) {
        return Double.isFinite(share) ? minus(String.format(Locale.ROOT, "%.1f%%", 100 * share)) : NONE;
    }

    static String p(double p) {
        return Double.isFinite(p) ? String.format(Locale.ROOT, "%.4f", p) : NONE;
    }

    static String steps(Optional<Interval> interval) {
        return interval.map(it -> "[" + steps(it.low()) + ", " + steps(it.high()) + "]").orElse(NONE);
    }

    static String decimals(Optional<Interval> interval) {
        return interval.map(it -> "[" + decimals(it.low()) + ", " + decimals(it.high()) + "]").orElse(NONE);
    }

    static String milestone(Optional<FoundRun> run, Milestone milestone) {
        return run.map(it -> step(it.history().milestones().step(milestone))).orElse(NONE);
    }

    static String lead(Milestones milestones, Milestone of) {
        return signed(milestones.leadOf(of));
    }

    static String count(long count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }

    private static String minus(String number) {
        return number.replace('-', '\u2212');
    }
}
