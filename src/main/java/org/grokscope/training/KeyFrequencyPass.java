package org.grokscope.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.jni.IValue;
import java.util.ArrayList;
import java.util.List;
import org.grokscope.measure.FrequencySynchronization;
import org.grokscope.measure.KeyFrequencyLoss;
import org.grokscope.measure.RestrictedActivation;
import org.grokscope.measure.Score;
import org.grokscope.measure.SumConditionedActivation;
import org.grokscope.model.Sight;
import org.grokscope.model.Transformer;

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
    private final Readout readout;
    private final int lastBlock;
    private final NDManager kept;
    private final List<Chunk> chunks = new ArrayList<>();

    private record Chunk(NDArray residual, NDArray output, IValue answers) {}

    KeyFrequencyPass(Transformer network, Readout readout, int lastBlock) {
        this.network = network;
        this.readout = readout;
        this.lastBlock = lastBlock;
        this.kept = network.newScope();
    }

    /**
     * Keeps x and x + down(h) of the next chunk.
     *
     * @param answers of {@link Readout#answers}; must live longer
     */
    void keep(Sight.LastMlp mlp, IValue answers) {
        chunks.add(new Chunk(copy(mlp.residual()), copy(mlp.output()), answers));
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
        RestrictedActivation activation = RestrictedActivation.of(hidden,
                RestrictedActivation.keyFrequencies(FrequencySynchronization.of(hidden)));
        NDArray rows = network.mlpOutput(lastBlock,
                kept.create(activation.rowsAndMean(), new Shape(hidden.p() + 1, hidden.neurons())));
        Score restricted = new Score(hidden.p());
        Score excluded = new Score(hidden.p());
        int start = 0;
        for (Chunk chunk : chunks) {
            int pairs = (int) chunk.residual().getShape().get(0);
            double[] losses = readout.keyFrequencyLosses(chunk.residual(), chunk.output(), rows,
                    chunk.answers());
            for (int i = 0; i < pairs; i++) {
                restricted.add(losses[i], false);
                if (training[start + i]) {
                    excluded.add(losses[pairs + i], false);
                }
            }
            start += pairs;
        }
        return new KeyFrequencyLoss(restricted.loss(), excluded.loss());
    }

    /** Frees what was kept. */
    @Override
    public void close() {
        kept.close();
    }
}
