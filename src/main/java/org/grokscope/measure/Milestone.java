package org.grokscope.measure;

import java.util.Arrays;
import java.util.Optional;

/**
 * What a run can reach (src/site/markdown/science.md, section 5); each is dated at the first evaluation that shows it.
 */
public enum Milestone {
    /** Train accuracy at least 0.99. */
    MEMORISED("memorised", "memorised"),
    /** FSD at least 0.80: the frequencies are synchronised. */
    CEILING("ceiling", "FSD ceiling"),
    /** Restricted loss at most 0.5 nats. */
    RESTRICTED_SYNC("restricted-sync", "restricted sync"),
    /** Validation accuracy at least 0.95. */
    GROKKED("grokked", "grokked"),
    /** After grokking, validation accuracy under 0.5 at two evaluations in a row; dated at the first. */
    DESTABILISED("destabilised", "destabilised");

    private final String key;
    private final String title;

    Milestone(String key, String title) {
        this.key = key;
        this.title = title;
    }

    /** Returns the name used in files and on the command line. */
    public String key() {
        return key;
    }

    /** Returns the name shown to people. */
    public String title() {
        return title;
    }

    /**
     * Returns the alarm that dates it under some thresholds. Destabilised is dated where its row begins, and looked for
     * after grokking; the others ring at their first evaluation.
     */
    public Alarm alarm(Thresholds thresholds) {
        return switch (this) {
            case MEMORISED -> Alarm.of(Measure.TRAIN_ACCURACY, Alarm.Side.AT_LEAST, thresholds.memorisedAccuracy());
            case CEILING -> Alarm.of(Measure.FSD, Alarm.Side.AT_LEAST, thresholds.ceilingFsd());
            case RESTRICTED_SYNC -> Alarm.of(Measure.RESTRICTED_LOSS, Alarm.Side.AT_MOST, thresholds.restrictedLoss());
            case GROKKED -> Alarm.of(Measure.VALIDATION_ACCURACY, Alarm.Side.AT_LEAST, thresholds.grokkedAccuracy());
            case DESTABILISED -> new Alarm(Measure.VALIDATION_ACCURACY, Alarm.Side.UNDER,
                    thresholds.destabilisedAccuracy(), Alarm.Reference.ABSOLUTE, 2);
        };
    }

    /** Finds a milestone by its key. */
    public static Optional<Milestone> of(String key) {
        return Arrays.stream(values()).filter(milestone -> milestone.key.equals(key)).findFirst();
    }
}
