package org.grokscope.analysis;

import org.grokscope.measure.Evaluation;
import org.grokscope.measure.Measure;
import org.grokscope.run.RunHistory;

/** The frequency that most neurons of a run have settled on, as its task calls it. */
public final class PeakFrequency {
    private PeakFrequency() {}

    /** Returns it, for example {@code k = 14} or {@code (4,1)}; a dash where there is none. */
    public static String of(RunHistory run, Evaluation at) {
        int peak = at.peakFrequency();
        // The number of a frequency is written as everywhere.
        return peak == 0 || run.head().configuration().learnedTask().basis().circular()
                ? Measure.PEAK_FREQUENCY.text(at)
                : run.head().configuration().learnedTask().basis().name(peak);
    }
}
