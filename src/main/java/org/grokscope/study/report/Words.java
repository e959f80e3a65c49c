package org.grokscope.study.report;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.grokscope.measure.Interval;
import org.grokscope.measure.Milestone;
import org.grokscope.measure.Milestones;

/** How numbers stand in a report. */
final class Words {
    /** What is smaller cannot be told from 0 in four decimals. */
    private static final double LEAST_P = 0.0001;
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
        if (!Double.isFinite(p)) {
            return NONE;
        }
        return p < LEAST_P ? "under 0.0001" : String.format(Locale.ROOT, "%.4f", p);
    }

    static String steps(Optional<Interval> interval) {
        return interval.map(it -> "[" + steps(it.low()) + ", " + steps(it.high()) + "]").orElse(NONE);
    }

    static String decimals(Optional<Interval> interval) {
        return interval.map(it -> "[" + decimals(it.low()) + ", " + decimals(it.high()) + "]").orElse(NONE);
    }

    /** Returns the step of a milestone of a finished run, or that it was never reached; nothing without a run. */
    static String milestone(Optional<Milestones> run, Milestone milestone) {
        return run.map(it -> it.step(milestone).isPresent() ? step(it.step(milestone)) : "never").orElse(NONE);
    }

    /** Returns the lead of a finished run, or why it has none. */
    static String leadOrWhy(Milestones run) {
        return run.lead().isPresent()
                ? signed(run.lead())
                : run.step(Milestone.GROKKED).isEmpty() ? "never grokked" : "no FSD ceiling";
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
