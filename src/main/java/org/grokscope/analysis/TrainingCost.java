package org.grokscope.analysis;

import org.grokscope.settings.ModelSettings;
import org.grokscope.settings.ParameterLayout;
import org.grokscope.settings.ProductPrecision;
import org.grokscope.settings.RunConfiguration;
import org.grokscope.task.Split;

/** What a run costs, from its settings alone: how much is computed, and how much is written. */
public final class TrainingCost {
    /** Forward, and twice as much backward. */
    private static final int PASSES_A_STEP = 3;
    /** Of both passes, where their products are of bfloat16 numbers: by the runs in speed.md. */
    private static final double NARROW_PASSES = 0.7;
    /** Reading and writing weight, gradient and both moments takes as long as so many multiplications. */
    private static final double UPDATE = 25;
    /** What is not arithmetic: gathering a batch, calls into the tensor library. In multiplications, for each block. */
    private static final double OVERHEAD = 2e7;
    /** An evaluation does more than pass all pairs forward: spectra, null band, losses. Of a pass over all pairs. */
    private static final double EVALUATION = 1.6;
    private static final int COPIES_A_CHECKPOINT = 3;
    private static final int EVALUATION_BYTES = 1700;
    /** Step 0, memorised, ceiling, grokked and the last step, beside those of the cadence. */
    private static final int CHECKPOINTS_BESIDE = 5;

    private TrainingCost() {}

    /**
     * Returns the multiplications and additions of a step, its share of the next evaluation included: a number to compare
     * runs by, since the time of a step is nearly proportional to it.
     */
    public static double ofStep(RunConfiguration run) {
        int p = run.task().p();
        double forward = forward(run.model(), p);
        double pairs = Math.min(run.optimizer().batch(), Split.trainPairs(p, run.task().trainFraction()));
        double evaluation = EVALUATION * forward * p * p / run.evaluation().evaluateEvery();
        double narrow = run.optimizer().precision() == ProductPrecision.BF16 ? NARROW_PASSES : 1;
        return PASSES_A_STEP * pairs * forward * narrow + UPDATE * parameters(run)
                + OVERHEAD * (1 + run.model().blocks())
                + evaluation;
    }

    /** Returns the bytes that a run of so many steps leaves on the disk, checkpoints with their moments. */
    public static long bytes(RunConfiguration run, long steps) {
        long checkpoints = steps / run.evaluation().checkpointEvery() + CHECKPOINTS_BESIDE;
        long evaluations = steps / run.evaluation().evaluateEvery() + 1;
        return checkpoints * COPIES_A_CHECKPOINT * Float.BYTES * parameters(run) + evaluations * EVALUATION_BYTES;
    }

    private static long parameters(RunConfiguration run) {
        return ParameterLayout.of(run.model(), run.task().p()).values().stream().mapToLong(TrainingCost::size).sum();
    }

    private static long size(int[] shape) {
        long size = 1;
        for (int length : shape) {
            size *= length;
        }
        return size;
    }

    /** Of one pair through the network; the head reads the last position only. */
    private static double forward(ModelSettings model, int p) {
        double width = model.width();
        int positions = model.sequence().positions();
        double attention = model.kind().attention() ? 4 * width * width + 2 * positions * width : 0;
        double mlp = model.kind().mlp() ? 2 * width * model.mlpWidth() : 0;
        return positions * model.blocks() * (attention + mlp) + width * p;
    }
}
