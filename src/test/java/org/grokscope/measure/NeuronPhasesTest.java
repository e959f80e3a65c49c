package org.grokscope.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalInt;
import org.grokscope.SharesNothing;
import org.grokscope.task.Basis;
import org.grokscope.task.ModularTask;
import org.grokscope.task.Operation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Neurons that were made to be active at known angles, and to push known ones. */
@SharesNothing
class NeuronPhasesTest {
    private static final double TURN = 2 * Math.PI;
    /** Of each neuron its frequency, the angle at which it is active, and that which it pushes. */
    private static final double[][] NEURONS = {{3, 0.35, 0.35}, {3, 0.6, 0.6}, {5, 0.9, 0.4}, {1, 0, 0}};

    @ParameterizedTest
    @EnumSource(names = {"ADD", "MULTIPLY"})
    void anglesAreThoseThatTheNeuronsWereMadeWith(Operation operation) {
        NeuronPhases phases = phases(operation);
        assertThat(phases.neurons()).hasSize(NEURONS.length);
        for (NeuronPhases.Neuron neuron : phases.neurons()) {
            double[] made = NEURONS[neuron.index()];
            assertThat(neuron.frequency()).isEqualTo((int) made[0]);
            assertThat(distance(neuron.input(), made[1])).isLessThan(1e-9);
            assertThat(distance(neuron.output(), made[2])).isLessThan(1e-6);
            assertThat(neuron.input()).isBetween(0.0, 1.0);
            assertThat(neuron.output()).isBetween(0.0, 1.0);
        }
    }

    @Test
    void alignmentIsTheMeanCosineBetweenWhatNeuronsPushAndWhatTheyAreActiveFor() {
        NeuronPhases phases = phases(Operation.ADD);
        assertThat(phases.alignment(3)).isCloseTo(1, within(1e-9));
        assertThat(phases.alignment(5)).as("half a turn off").isCloseTo(-1, within(1e-9));
        assertThat(phases.alignment(0)).isCloseTo(0.5, within(1e-9));
        assertThat(phases.alignment(2)).isNaN();
        assertThat(phases.count(3)).isEqualTo(2);
    }

    @Test
    void aNeuronThatIsAlwaysAsActiveHasNoPhaseAndNeitherHasOneOfHalfATurn() {
        double[][] phi = {{2, 2, 2, 2, 2, 2}, {1, -1, 1, -1, 1, -1}, {1, 0.5, -0.5, -1, -0.5, 0.5}};
        NeuronPhases phases = NeuronPhases.of("", SumConditionedActivation.of(phi),
                new ModularTask(Operation.ADD, 6).basis(), new float[3 * 6]);
        assertThat(phases.neurons()).extracting(NeuronPhases.Neuron::index).containsExactly(2);
    }

    private static double distance(double one, double other) {
        return Math.abs(one - other - Math.rint(one - other));
    }

    private static NeuronPhases phases(Operation operation) {
        ModularTask task = new ModularTask(operation, 13);
        Basis basis = task.ownBasis().orElse(task.basis());
        double[][] phi = new double[NEURONS.length][task.answerCount()];
        float[] effects = new float[task.answerCount() * NEURONS.length];
        for (int answer = 0; answer < task.answerCount(); answer++) {
            OptionalInt turn = basis.turn(1, answer);
            for (int neuron = 0; neuron < NEURONS.length; neuron++) {
                double[] made = NEURONS[neuron];
                // What an answer without a place in the basis does is to be left out.
                double at = turn.isPresent() ? made[0] * turn.getAsInt() / basis.places() : Double.NaN;
                phi[neuron][answer] = turn.isPresent() ? 0.3 + Math.cos(TURN * (at - made[1])) : 100;
                effects[answer * NEURONS.length + neuron] = turn.isPresent()
                        ? (float) Math.cos(TURN * (at - made[2]))
                        : -100;
            }
        }
        return NeuronPhases.of("blocks.0.mlp.hidden", SumConditionedActivation.of(phi), basis, effects);
    }
}
