package org.grokscope.measure;

import java.util.ArrayList;
import java.util.List;
import org.grokscope.task.Basis;

/**
 * For which answer on the circle of its frequency each neuron is active, and which it pushes (src/site/markdown/science.md,
 * section 4). A neuron with dominant frequency k and mean activation φ(c) on pairs with answer c has the angles θ and ψ:
 *
 * <pre>
 * φ(c)  ~  cos(2πk·c/n - θ)        effect on the logit of c  ~  cos(2πk·c/n - ψ)
 * </pre>
 *
 * @param site where the neurons are, for example {@code blocks.1.mlp.hidden}
 * @param neurons those that are active and whose frequency has a circle
 */
public record NeuronPhases(String site, List<Neuron> neurons) {
    /**
     * One neuron's angles, in turns from 0 up to 1.
     *
     * @param index in its layer
     * @param frequency its dominant one, k
     * @param input θ
     * @param output ψ
     */
    public record Neuron(int index, int frequency, double input, double output) {
        /** Returns ψ - θ, from -0.5 up to 0.5. */
        public double mismatch() {
            double turns = output - input;
            return turns - Math.rint(turns);
        }
    }

    public NeuronPhases {
        neurons = List.copyOf(neurons);
    }

    /**
     * Takes the angles of all neurons.
     *
     * @param activation φ of a layer
     * @param basis of the answers; its frequencies turn them on circles
     * @param effects (answers, neurons), row by row: what a unit of each neuron's activity adds to each answer's logit
     */
    public static NeuronPhases of(String site, SumConditionedActivation activation, Basis basis, float[] effects) {
        List<Neuron> phases = new ArrayList<>();
        int neurons = activation.neurons();
        double[] pushed = new double[basis.size()];
        for (int neuron = 0; neuron < neurons; neuron++) {
            double[] active = activation.of(neuron);
            NeuronSpectrum spectrum = NeuronSpectrum.of(active, basis);
            if (spectrum.inactive()) {
                continue;
            }
            for (int answer = 0; answer < pushed.length; answer++) {
                pushed[answer] = effects[answer * neurons + neuron];
            }
            double[][] waves = basis.waves(spectrum.dominant());
            // The wave of n/2 is no circle.
            if (waves.length == 2) {
                phases.add(new Neuron(neuron, spectrum.dominant(), turn(active, waves, basis),
                        turn(pushed, waves, basis)));
            }
        }
        return new NeuronPhases(site, phases);
    }

    private static double turn(double[] signal, double[][] waves, Basis basis) {
        double cosine = 0;
        double sine = 0;
        for (int place = 0; place < basis.places(); place++) {
            cosine += waves[0][place] * signal[basis.value(place)];
            sine += waves[1][place] * signal[basis.value(place)];
        }
        double turns = Math.atan2(sine, cosine) / (2 * Math.PI);
        return turns - Math.floor(turns);
    }

    /**
     * Returns how far the neurons of a frequency are aligned: the mean of cos(ψ - θ), 1 where each pushes just the answers
     * that it is active for, about 0 without order, and under 0 where they push others; NaN without a neuron.
     *
     * @param frequency k, or 0 for all neurons
     */
    public double alignment(int frequency) {
        return neurons.stream().filter(it -> frequency == 0 || it.frequency() == frequency)
                .mapToDouble(it -> Math.cos(2 * Math.PI * it.mismatch())).average().orElse(Double.NaN);
    }

    /** Returns how many neurons have a frequency as their dominant one. */
    public int count(int frequency) {
        return (int) neurons.stream().filter(it -> it.frequency() == frequency).count();
    }
}
