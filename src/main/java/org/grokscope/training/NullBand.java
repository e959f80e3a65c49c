package org.grokscope.training;

import ai.djl.ndarray.NDManager;
import java.util.random.RandomGenerator;
import org.grokscope.measure.FrequencySynchronization;
import org.grokscope.measure.PermutationTest;
import org.grokscope.measure.PermutationTest.Null;
import org.grokscope.measure.SumConditionedActivation;
import org.grokscope.task.Basis;
import org.grokscope.task.FourierBasis;
import org.grokscope.task.group.IrrepBasis;

/**
 * The band of FSD by chance, as every evaluation draws it: what {@link PermutationTest} finds under relabelled answers for
 * K = 1.
 */
interface NullBand extends AutoCloseable {
    /**
     * Returns the 95% point of the FSD of relabelled answers; NaN when all neurons are inactive.
     *
     * @param synchronization of the same activation
     * @param shuffles N, at least 1
     * @param random gives the permutations
     */
    double point95(SumConditionedActivation activation, FrequencySynchronization synchronization, int shuffles,
            RandomGenerator random);

    /**
     * Makes the band of a basis: by native products in the Fourier basis and that of irreps, by the test itself in any other.
     *
     * @param manager of the device to compute on; closed with the band
     * @param basis of the answers
     */
    static NullBand of(NDManager manager, Basis basis) {
        if (basis instanceof FourierBasis fourier) {
            return new FourierNullBand(manager, fourier);
        }
        if (basis instanceof IrrepBasis irreps) {
            return new IrrepNullBand(manager, irreps);
        }
        manager.close();
        return (activation, _, shuffles, random) -> PermutationTest
                .of(activation, basis, 1, Null.RELABELLED, shuffles, random).point95();
    }

    @Override
    default void close() {}
}
