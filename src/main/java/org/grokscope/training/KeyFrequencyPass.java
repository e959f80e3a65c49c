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
import org.grokscope.model.ForwardOutputs;
import org.grokscope.model.AlignedArray;
import org.grokscope.model.Network;
import org.grokscope.task.Basis;

/**
 * Restricted and excluded loss (src/site/markdown/science.md, section 4), without another forward pass. The restricted
 * hidden layer of the last block depends on the pair's answer alone, and what its MLP adds to the residual stream is
 * linear in it:
 *
 * <pre>
 * restricted:  x + down(h′(s))
 * excluded:    x + down(h - (h′(s) - mean)) = (x + down(h)) - down(h′(s)) + down(mean)
 * </pre>
 *
 * So x and x + down(h) of each pair, kept from the pass that measured h, are all that the readout needs.
 */
final class KeyFrequencyPass implements AutoCloseable {
    private final Network network;
    private final Readout readout;
    private final Basis basis;
    private final int lastBlock;
    private final NDManager kept;
    private final List<Chunk> chunks = new ArrayList<>();

    private record Chunk(NDArray residual, NDArray output, Readout.Pairs pairs) {}

    /** @param basis of the answers */
    KeyFrequencyPass(Network network, Readout readout, Basis basis, int lastBlock) {
        this.network = network;
        this.readout = readout;
        this.basis = basis;
        this.lastBlock = lastBlock;
        this.kept = network.newScope();
    }

    /**
     * Keeps x and x + down(h) of the next chunk.
     *
     * @param pairs must live longer
     */
    void keep(ForwardOutputs.LastMlp mlp, Readout.Pairs pairs) {
        chunks.add(new Chunk(copy(mlp.residual()), copy(mlp.output()), pairs));
    }

    private NDArray copy(NDArray array) {
        NDArray copy = array.duplicate();
        copy.attach(kept);
        return copy;
    }

    /**
     * Finishes the forward pass of all p² pairs, whose chunks were kept.
     *
     * @param hidden φ of the last block's hidden layer
     */
    KeyFrequencyLoss finish(SumConditionedActivation hidden) {
        RestrictedActivation activation = RestrictedActivation.of(hidden, basis,
                RestrictedActivation.keyFrequencies(FrequencySynchronization.of(hidden, basis)));
        NDArray rows = network.mlpOutput(lastBlock,
                AlignedArray.of(kept, activation.rowsAndMean(), new Shape(hidden.p() + 1, hidden.neurons())));
        Score restricted = new Score(hidden.p());
        Score excluded = new Score(hidden.p());
        for (Chunk chunk : chunks) {
            double[] losses = readout.keyFrequencyLosses(chunk.residual(), chunk.output(), rows, chunk.pairs());
            int pairs = (int) chunk.residual().getShape().get(0);
            restricted.add(losses, 0, pairs);
            excluded.add(losses, pairs, losses.length);
        }
        return new KeyFrequencyLoss(restricted.loss(), excluded.loss());
    }

    /** Frees what was kept. */
    @Override
    public void close() {
        kept.close();
    }
}
