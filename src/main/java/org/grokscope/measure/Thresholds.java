package org.grokscope.measure;

import org.grokscope.text.InvalidSetting;

/**
 * Where milestones lie; recorded with every run.
 *
 * @param memorisedAccuracy least train accuracy of a run that has memorised
 * @param ceilingFsd least FSD of a synchronised network
 * @param restrictedLoss greatest restricted loss, in nats, of a restricted-synchronised network
 * @param grokkedAccuracy least validation accuracy of a run that has grokked
 * @param destabilisedAccuracy validation accuracy under which a grokked run has lost it
 */
public record Thresholds(double memorisedAccuracy, double ceilingFsd, double restrictedLoss, double grokkedAccuracy,
        double destabilisedAccuracy) {
    /** @throws InvalidSetting when one of them is no finite number */
    public Thresholds {
        InvalidSetting.unless(Double.isFinite(memorisedAccuracy) && Double.isFinite(ceilingFsd)
                && Double.isFinite(restrictedLoss) && Double.isFinite(grokkedAccuracy)
                && Double.isFinite(destabilisedAccuracy), "thresholds", "A threshold must be a finite number.");
    }

    /** The paper's thresholds. */
    public static final Thresholds PAPER = new Thresholds(0.99, 0.80, 0.5, 0.95, 0.5);
}
