package org.grokscope.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Whether an evaluation that was taken again agrees with the one that was logged. Numbers may differ by rounding, which
 * moves a loss in its fourth digit at most, and what is counted by a pair or a neuron that stood on the edge.
 *
 * @param trainingPairs how many pairs the train accuracy counts
 * @param validationPairs how many pairs the validation accuracy counts
 * @param neurons how many neurons the FSD counts
 * @param frequencies ⌊p/2⌋
 */
public record Tolerance(int trainingPairs, int validationPairs, int neurons, int frequencies) {
    /** Restricted and excluded loss can change their least key frequency where two were equally strong. */
    private static final double KEY_FREQUENCY_SHARE = 0.05;
    private static final double LOSS_SHARE = 1e-3;
    private static final double LOSS_FLOOR = 1e-4;
    private static final double NORM_SHARE = 1e-5;
    private static final double POWER = 1e-4;
    private static final double GEOMETRY_SHARE = 2e-3;

    /**
     * Returns a phrase for each number that differs by more than that, for example
     * {@code trainLoss 0.25, its checkpoint gives 0.31}. What was not logged is not compared.
     */
    public List<String> differences(Evaluation logged, Evaluation again) {
        List<String> found = new ArrayList<>();
        for (Measure measure : Measure.values()) {
            double value = again.value(measure);
            measure.agreement().ifPresent(agreement -> compare(found, measure.key(), logged.value(measure), value,
                    agreement.tolerance(this, value)));
        }
        norms(found, logged.weightNormByGroup(), again.weightNormByGroup());
        powers(found, logged.embeddingPower(), again.embeddingPower());
        return found;
    }

    private void norms(List<String> found, Map<String, Double> logged, Map<String, Double> again) {
        again.forEach((group, value) -> compare(found, "weightNormByGroup " + group,
                logged.getOrDefault(group, Double.NaN), value, norm(value)));
    }

    private static void powers(List<String> found, EmbeddingPower logged, EmbeddingPower again) {
        if (logged.frequencies() > 0 && logged.frequencies() != again.frequencies()) {
            found.add("embeddingPower of %d frequencies, its checkpoint gives %d".formatted(logged.frequencies(),
                    again.frequencies()));
            return;
        }
        for (int k = 0; k < logged.frequencies(); k++) {
            compare(found, "embeddingPower at frequency " + (k + 1), logged.shares()[k], again.shares()[k], POWER);
        }
    }

    /** So many training pairs, as a share. */
    double trainingPairs(int pairs) {
        return counts(pairs, trainingPairs);
    }

    /** So many validation pairs, as a share. */
    double validationPairs(int pairs) {
        return counts(pairs, validationPairs);
    }

    /** So many neurons, as a share. */
    double neurons(int count) {
        return counts(count, neurons);
    }

    /** So many neurons, as FSD_K counts them: it stretches shares from K/F..1 to 0..1. */
    double degree(int top, int count) {
        double stretch = frequencies > top ? frequencies / (double) (frequencies - top) : 1;
        return stretch * counts(count, neurons);
    }

    /** What rounding moves of the vectors that enter the head, and of the logits. */
    double geometry(double again) {
        return GEOMETRY_SHARE + GEOMETRY_SHARE * Math.abs(again);
    }

    double loss(double again) {
        return LOSS_FLOOR + LOSS_SHARE * Math.abs(again);
    }

    double keyFrequencyLoss(double again) {
        return LOSS_FLOOR + KEY_FREQUENCY_SHARE * Math.abs(again);
    }

    double norm(double again) {
        return NORM_SHARE * again;
    }

    /** A little more than so many of a number of things, as a share. */
    private static double counts(int things, int of) {
        return (things + 0.5) / of;
    }

    private static void compare(List<String> found, String name, double logged, double again, double tolerance) {
        // Not "more than the tolerance": what is NaN only the second time is a difference, too.
        if (!Double.isNaN(logged) && !(Math.abs(logged - again) <= tolerance)) {
            found.add("%s %.6g, its checkpoint gives %.6g".formatted(name, logged, again));
        }
    }
}
