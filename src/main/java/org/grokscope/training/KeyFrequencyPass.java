package org.grokscope.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import org.grokscope.measure.FrequencySynchronization;
import org.grokscope.measure.KeyFrequencyLoss;
import org.grokscope.measure.RestrictedActivation;
import org.grokscope.measure.Score;
import org.grokscope.measure.SumConditionedActivation;
import org.grokscope.model.Sight;
import org.grokscope.model.Transformer;
import org.grokscope.task.ModularTask;

/**
 * Restricted and excluded loss (science page, section 4), without another forward pass. The restricted hidden layer of
 * the last block depends on the pair's answer alone, and what its MLP adds to the residual stream is linear in it:
 *
 * <pre>
 * restricted:  x + down(h′(s))
 * excluded:    x + down(h - (h′(s) - mean)) = (x + down(h)) - down(h′(s)) + down(mean)
 * </pre>
 *
 * So x and x + down(h) of each pair, kept from the pass that measured h, are all that the readout needs.
 */
final class KeyFrequencyPass implements AutoCloseable {
    private final Transformer network;
    private final ModularTask task;
    private final int lastBlock;
    private final NDManager kept;
    private final List<NDArray> residuals = new ArrayList<>();
    private final List<NDArray> outputs = new ArrayList<>();

    KeyFrequencyPass(Transformer network, ModularTask task, int lastBlock) {
        this.network = network;
        this.task = task;
        this.lastBlock = lastBlock;
        this.kept = network.newScope();
    }

    /** Keeps x and x + down(h) of the next chunk. */
    void keep(Sight.LastMlp mlp) {
        residuals.add(copy(mlp.residual()));
        outputs.add(copy(mlp.output()));
    }

    private NDArray copy(NDArray array) {
        NDArray copy = array.duplicate();
        copy.attach(kept);
        return copy;
    }

    /**
     * Finishes the forward pass of all p² pairs, whose chunks were kept in their order.
     *
     * @param hidden φ of the last block's hidden layer
     * @param training which pairs are trained on
     */
    KeyFrequencyLoss finish(SumConditionedActivation hidden, boolean[] training) {
        RestrictedActivation restricted = RestrictedActivation.of(hidden,
                RestrictedActivation.keyFrequencies(FrequencySynchronization.of(hidden)));
        float[] perAnswer = network.mlpOutput(lastBlock,
                kept.create(restricted.rowsAndMean(), new Shape(task.p() + 1, hidden.neurons()))).toFloatArray();
        int width = perAnswer.length / (task.p() + 1);
        Score restrictedScore = new Score(task.p());
        Score excludedScore = new Score(task.p());
        int start = 0;
        for (int chunk = 0; chunk < residuals.size(); chunk++) {
            int pairs = (int) residuals.get(chunk).getShape().get(0);
            try (NDManager scope = network.newScope()) {
                float[] rows = new float[pairs * width];
                float[] rest = new float[pairs * width];
                for (int i = 0; i < pairs; i++) {
                    int row = task.answer(start + i) * width;
                    for (int j = 0; j < width; j++) {
                        rows[i * width + j] = perAnswer[row + j];
                        rest[i * width + j] = perAnswer[task.p() * width + j] - perAnswer[row + j];
                    }
                }
                Shape shape = new Shape(pairs, width);
                // The scope's own array stands first: what is made of it is freed with the scope.
                NDArray x = scope.create(rows, shape).add(residuals.get(chunk));
                NDArray y = scope.create(rest, shape).add(outputs.get(chunk));
                float[] kept = network.readOut(x).toFloatArray();
                float[] without = network.readOut(y).toFloatArray();
                for (int i = 0; i < pairs; i++) {
                    int answer = task.answer(start + i);
                    restrictedScore.add(kept, i, answer);
                    if (training[start + i]) {
                        excludedScore.add(without, i, answer);
                    }
                }
            }
            start += pairs;
        }
        return new KeyFrequencyLoss(restrictedScore.loss(), excludedScore.loss());
    }

    /** Frees what was kept. */
    @Override
    public void close() {
        kept.close();
    }
}
