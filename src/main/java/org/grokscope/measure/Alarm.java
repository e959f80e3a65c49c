package org.grokscope.measure;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.grokscope.text.InvalidSetting;
import org.grokscope.text.PlainNumber;

/**
 * When a measure is said to announce something (src/site/markdown/science.md, section 5): it lies on one side of a level at
 * several evaluations in a row. What was not measured, and what is not finite, interrupts the row, and so does, where it is asked
 * for, a network that has not memorised or has forgotten: before grokking a run that has memorised is on its plateau.
 *
 * @param measure what is watched
 * @param side on which side of the level it must lie
 * @param threshold the level, or the factor by which the reference is multiplied
 * @param reference what the threshold is relative to
 * @param persistence at how many evaluations in a row, at least 1
 * @param whileMemorised whether it rings only where the train accuracy is at least 0.99
 */
public record Alarm(Measure measure, Side side, double threshold, Reference reference, int persistence,
        boolean whileMemorised) {
    /** On which side of the level a measure rings. */
    public enum Side {
        /** At the level or over it. */
        AT_LEAST(">=", "\u2265") {
            @Override
            boolean holds(double value, double level) {
                return value >= level;
            }
        },
        /** At the level or under it. */
        AT_MOST("<=", "\u2264") {
            @Override
            boolean holds(double value, double level) {
                return value <= level;
            }
        },
        /** Under the level. */
        UNDER("<", "<") {
            @Override
            boolean holds(double value, double level) {
                return value < level;
            }
        };

        private final String sign;
        private final String symbol;

        Side(String sign, String symbol) {
            this.sign = sign;
            this.symbol = symbol;
        }

        abstract boolean holds(double value, double level);

        /** Returns the side that a measure rings on by its nature: over the level where it rises, under it where it falls. */
        public static Side of(Measure measure) {
            return measure.direction() == Measure.Direction.FALLS ? AT_MOST : AT_LEAST;
        }
    }

    /** What a threshold is relative to. */
    public enum Reference {
        /** Nothing: the threshold is the level. */
        ABSOLUTE,
        /** The measure's value at the first evaluation. */
        START,
        /** The measure's value at the evaluation that dates memorisation; before that no alarm rings. */
        MEMORISED
    }

    /** What a person types; the name of a measure ends in no sign. */
    private static final Pattern TYPED = Pattern.compile(
            "([A-Za-z0-9-]+)\\s*(>=|<=|<)\\s*([-+0-9.eE]+)\\s*(?:\\*\\s*(start|memorised))?(?:\\s+for\\s+(\\d{1,6}))?"
                    + "(\\s+while\\s+memorised)?");
    private static final double MEMORISED = Thresholds.PAPER.memorisedAccuracy();

    public Alarm {
        if (persistence < 1 || !Double.isFinite(threshold)) {
            throw new IllegalArgumentException("An alarm has a finite threshold and rings after 1 evaluation or more.");
        }
    }

    /** An alarm that rings wherever the run stands. */
    public Alarm(Measure measure, Side side, double threshold, Reference reference, int persistence) {
        this(measure, side, threshold, reference, persistence, false);
    }

    /** An absolute level that one evaluation must show. */
    public static Alarm of(Measure measure, Side side, double threshold) {
        return new Alarm(measure, side, threshold, Reference.ABSOLUTE, 1);
    }

    /**
     * Reads an alarm as it is typed, for example {@code fsd>=0.5} {@code restricted-loss<=0.5*start for 3} or
     * {@code fsd>=0.8 while memorised}.
     *
     * @throws InvalidSetting when it is none
     */
    public static Alarm parse(String typed) {
        Matcher parts = TYPED.matcher(typed.strip());
        InvalidSetting.unless(parts.matches(), "alarm", "'" + typed.strip()
                + "' is no alarm; one reads like fsd>=0.5, or restricted-loss<=0.5*start for 3.");
        Measure measure = Measure.of(parts.group(1)).filter(it -> !it.timing())
                .orElseThrow(() -> new InvalidSetting("alarm", "There is no measure '" + parts.group(1)
                        + "' for an alarm; there are "
                        + String.join(", ", Measure.curves().stream().map(Measure::option).toList()) + "."));
        Side side = List.of(Side.values()).stream().filter(it -> it.sign.equals(parts.group(2))).findFirst()
                .orElseThrow();
        String relative = parts.group(4);
        int persistence = parts.group(5) == null ? 1 : Integer.parseInt(parts.group(5));
        InvalidSetting.unless(persistence >= 1, "alarm", "An alarm rings after at least 1 evaluation.");
        return new Alarm(measure, side, number(parts.group(3)), relative == null
                ? Reference.ABSOLUTE
                : Reference.valueOf(relative.toUpperCase(Locale.ROOT)), persistence, parts.group(6) != null);
    }

    private static double number(String typed) {
        try {
            double number = Double.parseDouble(typed);
            InvalidSetting.unless(Double.isFinite(number), "alarm", "The level " + typed + " is not finite.");
            return number;
        } catch (NumberFormatException _) {
            throw new InvalidSetting("alarm", "The level '" + typed + "' is not a number.");
        }
    }

    /** Returns the alarm as it is typed. */
    public String text() {
        return measure.option() + side.sign + PlainNumber.of(threshold)
                + (reference == Reference.ABSOLUTE ? "" : "*" + reference.name().toLowerCase(Locale.ROOT))
                + (persistence == 1 ? "" : " for " + persistence) + (whileMemorised ? " while memorised" : "");
    }

    /** Returns the alarm as people read it, for example {@code restricted loss ≤ 0.5 × its start, 3 in a row}. */
    public String words() {
        return measure.words() + " " + side.symbol + " " + PlainNumber.of(threshold) + switch (reference) {
            case ABSOLUTE -> "";
            case START -> " \u00d7 its start";
            case MEMORISED -> " \u00d7 its value at memorisation";
        } + (persistence == 1 ? "" : ", " + persistence + " in a row")
                + (whileMemorised ? ", while memorised" : "");
    }

    /** Returns this alarm at another threshold. */
    public Alarm at(double other) {
        return new Alarm(measure, side, other, reference, persistence, whileMemorised);
    }

    /** Returns this alarm with a row of another length. */
    public Alarm persisting(int evaluations) {
        return new Alarm(measure, side, threshold, reference, evaluations, whileMemorised);
    }

    /**
     * Returns the level at which it rings in a run; NaN where its reference was not measured.
     *
     * @param evaluations the run's, ascending in step
     * @param memorised when the run memorised, if it did
     */
    public double level(List<Evaluation> evaluations, OptionalInt memorised) {
        return switch (reference) {
            case ABSOLUTE -> threshold;
            case START -> evaluations.isEmpty() ? Double.NaN : threshold * evaluations.getFirst().value(measure);
            case MEMORISED -> threshold * evaluations.stream()
                    .filter(it -> memorised.isPresent() && it.step() == memorised.getAsInt())
                    .mapToDouble(it -> it.value(measure)).findFirst().orElse(Double.NaN);
        };
    }

    /** Returns whether an evaluation lies on the side of a level on which it rings. */
    public boolean holds(Evaluation evaluation, double level) {
        return side.holds(evaluation.value(measure), level);
    }

    /**
     * Returns the step at which it rings: the evaluation that completes the first row that is long enough.
     *
     * @param evaluations the run's, ascending in step
     * @param memorised when the run memorised, if it did
     */
    public OptionalInt rings(List<Evaluation> evaluations, OptionalInt memorised) {
        int last = lastOfRow(evaluations, memorised);
        return last < 0 ? OptionalInt.empty() : OptionalInt.of(evaluations.get(last).step());
    }

    /** Returns the step at which the row begins that makes it ring. */
    public OptionalInt begins(List<Evaluation> evaluations, OptionalInt memorised) {
        int last = lastOfRow(evaluations, memorised);
        return last < 0 ? OptionalInt.empty() : OptionalInt.of(evaluations.get(last - persistence + 1).step());
    }

    private int lastOfRow(List<Evaluation> evaluations, OptionalInt memorised) {
        double level = level(evaluations, memorised);
        int from = reference == Reference.MEMORISED ? memorised.orElse(Integer.MAX_VALUE) : Integer.MIN_VALUE;
        int inRow = 0;
        for (int i = 0; i < evaluations.size(); i++) {
            Evaluation evaluation = evaluations.get(i);
            // Of a NaN neither side holds.
            boolean rings = evaluation.step() >= from && side.holds(evaluation.value(measure), level)
                    && (!whileMemorised || evaluation.value(Measure.TRAIN_ACCURACY) >= MEMORISED);
            inRow = rings ? inRow + 1 : 0;
            if (inRow == persistence) {
                return i;
            }
        }
        return -1;
    }
}
