package org.grokscope.measure;

import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was measured at one step: a line of metrics.jsonl. The evaluation at step t comes after t updates. What was not
 * measured is NaN.
 */
public final class Evaluation {
    private static final Measure[] MEASURES = Measure.values();

    private final int step;
    private final long wallMillis;
    private final MeasuredValues values;
    private final Map<String, Double> weightNormByGroup;
    private final EmbeddingPower embeddingPower;

    private Evaluation(Builder builder) {
        this.step = builder.step;
        this.wallMillis = builder.wallMillis;
        this.values = new MeasuredValues(builder.values);
        this.weightNormByGroup = builder.weightNormByGroup;
        this.embeddingPower = builder.embeddingPower;
    }

    /** Begins an evaluation in which nothing is measured yet. */
    public static Builder at(int step) {
        return new Builder().step(step);
    }

    /** Returns how many updates were taken. */
    public int step() {
        return step;
    }

    /** Returns the training time of the run so far, in milliseconds, pauses left out. */
    public long wallMillis() {
        return wallMillis;
    }

    /** Returns what was measured; NaN where it was not. */
    public double value(Measure measure) {
        return values.of(measure);
    }

    /** Returns the frequency that most neurons have settled on, 1..⌊p/2⌋; 0 where there is none. */
    public int peakFrequency() {
        double peak = value(Measure.PEAK_FREQUENCY);
        return Double.isNaN(peak) ? 0 : (int) peak;
    }

    /** Returns the Frobenius norm of each group of parameters, in the network's order; empty where not measured. */
    public Map<String, Double> weightNormByGroup() {
        return weightNormByGroup;
    }

    /** Returns the share of the token embedding's power at each frequency. */
    public EmbeddingPower embeddingPower() {
        return embeddingPower;
    }

    /** Returns a builder that begins with this evaluation. */
    public Builder toBuilder() {
        Builder builder = at(step).wallMillis(wallMillis).embeddingPower(embeddingPower);
        builder.weightNormByGroup = weightNormByGroup;
        for (Measure measure : MEASURES) {
            builder.set(measure, value(measure));
        }
        return builder;
    }

    /** Returns this evaluation with another number. */
    public Evaluation with(Measure measure, double value) {
        return toBuilder().set(measure, value).build();
    }

    /**
     * Returns whether two evaluations agree to the last bit in all but times and speeds. Measures that came later count only
     * where both have them: runs written before have none.
     */
    public boolean sameNumbersAs(Evaluation other) {
        for (Measure measure : MEASURES) {
            double here = value(measure);
            double there = other.value(measure);
            boolean counts = !measure.timing()
                    && !(measure.later() && (Double.isNaN(here) || Double.isNaN(there)));
            if (counts && Double.compare(here, there) != 0) {
                return false;
            }
        }
        return step == other.step && weightNormByGroup.equals(other.weightNormByGroup)
                && embeddingPower.equals(other.embeddingPower);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Evaluation it && step == it.step && wallMillis == it.wallMillis
                && values.equals(it.values) && weightNormByGroup.equals(it.weightNormByGroup)
                && embeddingPower.equals(it.embeddingPower);
    }

    @Override
    public int hashCode() {
        return 31 * step + values.hashCode();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("step ").append(step);
        for (Measure measure : MEASURES) {
            text.append(", ").append(measure.key()).append(' ').append(value(measure));
        }
        return text.toString();
    }

    /** Gathers what was measured at one step, by name. */
    public static final class Builder {
        private final double[] values = new double[MEASURES.length];
        private int step;
        private long wallMillis;
        private Map<String, Double> weightNormByGroup = Map.of();
        private EmbeddingPower embeddingPower = EmbeddingPower.NONE;

        private Builder() {
            Arrays.fill(values, Double.NaN);
        }

        /** Sets how many updates were taken. */
        public Builder step(int updates) {
            step = updates;
            return this;
        }

        /** Sets the training time so far, in milliseconds. */
        public Builder wallMillis(long millis) {
            wallMillis = millis;
            return this;
        }

        /** Sets a number; NaN says that it was not measured. */
        public Builder set(Measure measure, double value) {
            values[measure.ordinal()] = value;
            return this;
        }

        /** Sets losses and accuracies. */
        public Builder performance(Performance performance) {
            return set(Measure.TRAIN_LOSS, performance.trainLoss())
                    .set(Measure.TRAIN_ACCURACY, performance.trainAccuracy())
                    .set(Measure.VALIDATION_LOSS, performance.validationLoss())
                    .set(Measure.VALIDATION_ACCURACY, performance.validationAccuracy());
        }

        /** Sets what the neurons of the standard site agree on. */
        public Builder synchronization(FrequencySynchronization neurons) {
            return set(Measure.FSD, neurons.degree(1))
                    .set(Measure.PEAK_FREQUENCY, neurons.peakFrequency() > 0 ? neurons.peakFrequency() : Double.NaN)
                    .set(Measure.FSD_TOP_2, neurons.degreeIfAny(2)).set(Measure.FSD_TOP_3, neurons.degreeIfAny(3))
                    .set(Measure.FSD_TOP_5, neurons.degreeIfAny(5)).set(Measure.RANK, neurons.medianRank())
                    .set(Measure.RANK_ONE_SHARE, neurons.rankOneShare());
        }

        /** Sets the norm of all parameters and of each group. */
        public Builder weightNorm(WeightNorm norm) {
            return weightNormByGroup(norm.byGroup()).set(Measure.WEIGHT_NORM, norm.total());
        }

        /** Sets the norm of each group of parameters. */
        public Builder weightNormByGroup(Map<String, Double> groups) {
            weightNormByGroup = new NamedNumbers(groups);
            return this;
        }

        /** Sets the embedding's power. */
        public Builder embeddingPower(EmbeddingPower power) {
            embeddingPower = power;
            return this;
        }

        /** Returns the evaluation. */
        public Evaluation build() {
            return new Evaluation(this);
        }
    }
}
