package org.grokscope.weights;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.grokscope.settings.RunConfiguration;
import org.grokscope.task.Basis;
import org.grokscope.task.FourierBasis;
import org.grokscope.tensor.Tensor;
import org.grokscope.text.InvalidSetting;

/**
 * Does to a network's weights what an {@link Intervention} says: a pure function of the weights, exact but for the rounding of
 * the result to float32. Sums are taken in float64.
 */
public final class WeightSurgery {
    private static final String EMBEDDING = "token_embedding.weight";

    private final RunConfiguration configuration;
    private final Function<Intervention.Transplant, Map<String, Tensor>> donors;

    /**
     * @param configuration of the network, whose seed drew its initial weights
     * @param donors the weights of the network that a part is taken from
     */
    public WeightSurgery(RunConfiguration configuration,
            Function<Intervention.Transplant, Map<String, Tensor>> donors) {
        this.configuration = configuration;
        this.donors = donors;
    }

    /**
     * Refuses an intervention that cannot be done to a network of some settings.
     *
     * @param parameters the names of its parameters
     * @throws InvalidSetting when the network has no such target
     */
    public static void check(Intervention intervention, RunConfiguration configuration, Collection<String> parameters) {
        switch (intervention) {
            case Intervention.RemoveFrequencies it -> frequencies(it.frequencies(), configuration);
            case Intervention.KeepFrequencies it -> frequencies(it.frequencies(), configuration);
            case Intervention.AblateDominant it -> {
                block(it.block(), configuration);
                frequencies(List.of(it.frequency()), configuration);
            }
            case Intervention.AblateNeurons it -> {
                block(it.block(), configuration);
                int neurons = configuration.model().mlpWidth();
                it.neurons().stream().filter(neuron -> neuron >= neurons).findFirst().ifPresent(neuron -> {
                    throw new InvalidSetting("neurons", "A block has the neurons 0 to " + (neurons - 1)
                            + ", and " + neuron + " is none of them.");
                });
            }
            case Intervention.Transplant it -> it.part().check(configuration.model(), parameters);
            case Intervention.ResetPart it -> it.part().check(configuration.model(), parameters);
            case Intervention.FreezePart it -> it.part().check(configuration.model(), parameters);
            case Intervention.DecayPart it -> it.part().check(configuration.model(), parameters);
            case Intervention.ScaleNorm _,Intervention.ResetMoments _,Intervention.HoldNorm _ -> {
                // They act on whatever there is.
            }
        }
    }

    private static void frequencies(List<Integer> frequencies, RunConfiguration configuration) {
        Basis basis = configuration.learnedTask().basis();
        InvalidSetting.unless(basis instanceof FourierBasis, "frequency",
                "The tokens of this task have no Fourier basis, so no frequency can be taken from them.");
        int last = basis.frequencies();
        frequencies.stream().filter(k -> k < 1 || k > last).findFirst().ifPresent(k -> {
            throw new InvalidSetting("frequency",
                    "The frequencies of this task are 1 to " + last + ", and " + k + " is none of them.");
        });
    }

    private static void block(int block, RunConfiguration configuration) {
        InvalidSetting.unless(configuration.model().kind().mlp(), "neurons",
                "An attention-only network has no MLP whose neurons could be ablated.");
        InvalidSetting.unless(block < configuration.model().blocks(), "neurons", "This network has the blocks 0 to "
                + (configuration.model().blocks() - 1) + ", and " + block + " is none of them.");
    }

    /** Returns the weights after an intervention; the arguments stay as they are. One that is lasting changes nothing at once. */
    public SequencedMap<String, Tensor> after(Intervention intervention, Map<String, Tensor> weights) {
        SequencedMap<String, Tensor> changed = new LinkedHashMap<>(weights);
        switch (intervention) {
            case Intervention.RemoveFrequencies it -> embedding(changed, it.frequencies());
            case Intervention.KeepFrequencies it -> {
                int all = configuration.learnedTask().basis().frequencies();
                embedding(changed, IntStream.rangeClosed(1, all).filter(k -> !it.frequencies().contains(k)).boxed()
                        .toList());
            }
            case Intervention.AblateNeurons it -> ablate(changed, "blocks." + it.block() + ".mlp.", it.neurons());
            case Intervention.Transplant it -> replace(changed, it.part(), donors.apply(it));
            case Intervention.ResetPart it -> replace(changed, it.part(), initial());
            case Intervention.ScaleNorm it -> changed.replaceAll((_, tensor) -> map(tensor, w -> w * it.factor()));
            case Intervention.AblateDominant it ->
                throw new IllegalArgumentException("Nobody looked which neurons " + it.text() + " are.");
            case Intervention.ResetMoments _,Intervention.FreezePart _,Intervention.HoldNorm _,Intervention.DecayPart _ -> {
                // The weights stay.
            }
        }
        return changed;
    }

    /** Returns the Frobenius norm of all weights. */
    public static double norm(Map<String, Tensor> weights) {
        double squares = 0;
        for (Tensor tensor : weights.values()) {
            for (float value : tensor.values()) {
                squares += (double) value * value;
            }
        }
        return Math.sqrt(squares);
    }

    private Map<String, Tensor> initial() {
        return InitialWeights.draw(configuration.model(), configuration.task().p(), configuration.seeds().seed());
    }

    private static void replace(Map<String, Tensor> weights, NetworkPart part, Map<String, Tensor> others) {
        weights.replaceAll((name, tensor) -> {
            Tensor other = part.holds(name) ? others.get(name) : tensor;
            InvalidSetting.unless(other != null && Arrays.equals(other.shape(), tensor.shape()), "transplant",
                    "The other network has no " + part + " of the same shape.");
            return other;
        });
    }

    /** E[a] ← E[a] - Σ_w w(a)·(Σ_a' w(a')·E[a']) / Σ w², over the waves w of the frequencies. */
    private void embedding(Map<String, Tensor> weights, List<Integer> frequencies) {
        Basis basis = configuration.learnedTask().basis();
        Tensor tensor = weights.get(EMBEDDING);
        if (tensor == null) {
            throw new IllegalArgumentException("There is no " + EMBEDDING + ".");
        }
        int width = tensor.shape()[1];
        double[] values = new double[tensor.values().length];
        Arrays.setAll(values, i -> tensor.values()[i]);
        for (int k : frequencies) {
            for (double[] wave : basis.waves(k)) {
                remove(values, width, wave, basis, basis.squaredNorm(k));
            }
        }
        if (!frequencies.isEmpty()) {
            weights.put(EMBEDDING, floats(tensor, values));
        }
    }

    private static void remove(double[] rows, int width, double[] wave, Basis basis, double squaredNorm) {
        for (int column = 0; column < width; column++) {
            double product = 0;
            for (int place = 0; place < wave.length; place++) {
                product += wave[place] * rows[basis.value(place) * width + column];
            }
            for (int place = 0; place < wave.length; place++) {
                rows[basis.value(place) * width + column] -= wave[place] * product / squaredNorm;
            }
        }
    }

    /** Rows of what leads up to a hidden neuron, its bias among them, and its column of what leads down. */
    private static void ablate(Map<String, Tensor> weights, String mlp, List<Integer> neurons) {
        if (neurons.isEmpty()) {
            return;
        }
        weights.computeIfPresent(mlp + "up.weight", (_, up) -> zeroed(up, neurons, true));
        weights.computeIfPresent(mlp + "up.bias", (_, bias) -> zeroed(bias, neurons, true));
        weights.computeIfPresent(mlp + "down.weight", (_, down) -> zeroed(down, neurons, false));
    }

    private static Tensor zeroed(Tensor tensor, List<Integer> places, boolean rows) {
        int[] shape = tensor.shape();
        int columns = shape.length == 1 ? 1 : shape[1];
        float[] values = tensor.values().clone();
        for (int place : places) {
            if (rows) {
                Arrays.fill(values, place * columns, (place + 1) * columns, 0);
            } else {
                for (int row = 0; row < shape[0]; row++) {
                    values[row * columns + place] = 0;
                }
            }
        }
        return new Tensor(shape, values);
    }

    private static Tensor map(Tensor tensor, DoubleUnaryOperator change) {
        double[] values = new double[tensor.values().length];
        Arrays.setAll(values, i -> change.applyAsDouble(tensor.values()[i]));
        return floats(tensor, values);
    }

    private static Tensor floats(Tensor like, double[] values) {
        float[] rounded = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            rounded[i] = (float) values[i];
        }
        return new Tensor(like.shape(), rounded);
    }
}
