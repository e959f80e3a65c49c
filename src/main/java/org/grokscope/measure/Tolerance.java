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

    /**
     * Returns a phrase for each number that differs by more than that, for example
     * {@code trainLoss 0.25, its checkpoint gives 0.31}. What was not logged is not compared.
     */
    public List<String> differences(Evaluation logged, Evaluation again) {
        List<String> found = new ArrayList<>();
        Performance first = logged.performance();
        Performance second = again.performance();
        loss(found, "trainLoss", first.trainLoss(), second.trainLoss(), LOSS_SHARE);
        loss(found, "validationLoss", first.validationLoss(), second.validationLoss(), LOSS_SHARE);
        compare(found, "trainAccuracy", first.trainAccuracy(), second.trainAccuracy(), counts(2, trainingPairs));
        compare(found, "validationAccuracy", first.validationAccuracy(), second.validationAccuracy(),
                counts(2, validationPairs));
        Synchronization one = logged.synchronization();
        Synchronization other = again.synchronization();
        // FSD stretches shares from 1/F..1 to 0..1.
        double stretch = frequencies > 1 ? frequencies / (frequencies - 1.0) : 1;
        compare(found, "fsd", one.fsd(), other.fsd(), stretch * counts(1, neurons));
        compare(found, "fsdNull95", one.fsdNull95(), other.fsdNull95(), stretch * counts(2, neurons));
        compare(found, "medianRank", one.medianRank(), other.medianRank(), 1);
        compare(found, "rankOneShare", one.rankOneShare(), other.rankOneShare(), counts(2, neurons));
        loss(found, "restrictedLoss", logged.keyFrequencyLoss().restricted(), again.keyFrequencyLoss().restricted(),
                KEY_FREQUENCY_SHARE);
        loss(found, "excludedLoss", logged.keyFrequencyLoss().excluded(), again.keyFrequencyLoss().excluded(),
                KEY_FREQUENCY_SHARE);
        norms(found, logged.weightNorm(), again.weightNorm());
        powers(found, logged.embeddingPower(), again.embeddingPower());
        return found;
    }

    private static void norms(List<String> found, WeightNorm logged, WeightNorm again) {
        compare(found, "weightNorm", logged.total(), again.total(), NORM_SHARE * again.total());
        for (Map.Entry<String, Double> group : again.byGroup().entrySet()) {
            compare(found, "weightNormByGroup " + group.getKey(),
                    logged.byGroup().getOrDefault(group.getKey(), Double.NaN), group.getValue(),
                    NORM_SHARE * group.getValue());
        }
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

    /** A little more than so many of a number of things, as a share. */
    private static double counts(int things, int of) {
        return (things + 0.5) / of;
    }

    private static void loss(List<String> found, String name, double logged, double again, double share) {
        compare(found, name, logged, again, LOSS_FLOOR + share * Math.abs(again));
    }

    private static void compare(List<String> found, String name, double logged, double again, double tolerance) {
        // Not "more than the tolerance": what is NaN only the second time is a difference, too.
        if (!Double.isNaN(logged) && !(Math.abs(logged - again) <= tolerance)) {
            found.add("%s %.6g, its checkpoint gives %.6g".formatted(name, logged, again));
        }
    }
}
