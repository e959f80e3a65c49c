package org.grokscope.workbench.timeline;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import org.grokscope.measure.Evaluation;
import org.grokscope.measure.Performance;
import org.grokscope.measure.Synchronization;

/**
 * A line of the read-out: what was measured, in words and digits. A dash stands for what was not measured.
 *
 * @param more a second number that belongs to the first; empty when there is none
 */
record ReadOutLine(String label, String value, String more) {
    private static final String NOTHING = "–";

    /** Returns the lines for an evaluation. */
    static List<ReadOutLine> of(Evaluation evaluation) {
        Performance performance = evaluation.performance();
        Synchronization synchronization = evaluation.synchronization();
        int peak = synchronization.peakFrequency();
        return List.of(
                new ReadOutLine("train", percent(performance.trainAccuracy()), loss(performance.trainLoss())),
                new ReadOutLine("validation", percent(performance.validationAccuracy()),
                        loss(performance.validationLoss())),
                new ReadOutLine("FSD", number("%.2f", synchronization.fsd()), peak > 0 ? "k = " + peak : ""),
                new ReadOutLine("median rank", plain(synchronization.medianRank()), ""),
                new ReadOutLine("weight norm", number("%.1f", evaluation.weightNorm().total()),
                        "λ " + plain(evaluation.weightDecay())));
    }

    private static String percent(double share) {
        return number("%.1f%%", 100 * share);
    }

    private static String loss(double nats) {
        if (!Double.isFinite(nats)) {
            return "";
        }
        // 7.7e-04 reads better as 7.7e-4
        return "loss " + (nats != 0 && nats < 1e-3
                ? number("%.1e", nats).replace("e-0", "e-")
                : number("%.3f", nats));
    }

    private static String number(String format, double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, format, value) : NOTHING;
    }

    /** Returns up to three significant digits without trailing zeros. */
    private static String plain(double value) {
        return Double.isFinite(value)
                ? new BigDecimal(value).round(new MathContext(3)).stripTrailingZeros().toPlainString()
                : NOTHING;
    }
}
