package org.grokscope.training;

import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.grokscope.model.NamedArrays;
import org.grokscope.model.Script;
import org.grokscope.model.ScriptValue;
import org.grokscope.settings.OptimizerSettings;
import org.grokscope.weights.LastingInterventions;

/**
 * AdamW as torch.optim.AdamW: w ← w·(1-ηλ), then w ← w - η·m̂ / (sqrt(v̂) + ε) with bias-corrected moments m̂ and v̂, by
 * its own fused kernel over all parameters at once. The moments are ours, so that they can be saved and restored.
 */
final class AdamW implements AutoCloseable {
    private final OptimizerSettings settings;
    private final NamedArrays firstMoments;
    private final NamedArrays secondMoments;
    private final Script script;
    private final List<Stretch> stretches;

    /**
     * Neighbouring parameters with one \u03bb. Those that are frozen are in none: neither their weights nor their moments change.
     *
     * @param weightDecay where they have a \u03bb of their own
     * @param arrays parameters, gradients and both moments, as the script takes them
     */
    private record Stretch(OptionalDouble weightDecay, List<ScriptValue> arrays) {}

    /**
     * @param manager lends the script its device
     * @param parameters what is learned; updated in place
     * @param gradients read at every update
     * @param firstMoments m; updated in place
     * @param secondMoments v; updated in place
     * @param lasting which parameters are frozen or have a \u03bb of their own
     */
    AdamW(NDManager manager, OptimizerSettings settings, NamedArrays parameters, NamedArrays gradients,
            NamedArrays firstMoments, NamedArrays secondMoments, LastingInterventions lasting) {
        this.settings = settings;
        this.firstMoments = firstMoments;
        this.secondMoments = secondMoments;
        this.script = Script.load(manager, AdamW.class, "AdamW", "adamw.torchscript");
        this.stretches = stretches(lasting, parameters, gradients, firstMoments, secondMoments);
    }

    private static List<Stretch> stretches(LastingInterventions lasting, NamedArrays... all) {
        List<Stretch> stretches = new ArrayList<>();
        List<String> neighbours = new ArrayList<>();
        List<String> names = List.copyOf(all[0].names());
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            neighbours.add(name);
            boolean last = i == names.size() - 1 || !alike(lasting, name, names.get(i + 1));
            if (last && !lasting.frozen(name)) {
                stretches.add(new Stretch(lasting.weightDecay(name), Arrays.stream(all)
                        .map(arrays -> ScriptValue.list(arrays.stretch(neighbours))).toList()));
            }
            if (last) {
                neighbours.clear();
            }
        }
        return List.copyOf(stretches);
    }

    private static boolean alike(LastingInterventions lasting, String one, String other) {
        return lasting.frozen(one) == lasting.frozen(other)
                && lasting.weightDecay(one).equals(lasting.weightDecay(other));
    }

    /**
     * Takes one step.
     *
     * @param step the update's number, from 1
     * @param seen how many updates the moments will have seen with this one: what their bias is corrected by
     * @param weightDecay λ of this update, of parameters that have none of their own
     */
    void update(int step, int seen, double weightDecay) {
        for (Stretch stretch : stretches) {
            update(step, seen, stretch.weightDecay().orElse(weightDecay), stretch.arrays());
        }
    }

    private void update(int step, int seen, double weightDecay, List<ScriptValue> arrays) {
        try (ScriptValue number = ScriptValue.of((long) seen);
                ScriptValue rate = ScriptValue.of(settings.learningRateAt(step));
                ScriptValue decay = ScriptValue.of(weightDecay);
                ScriptValue beta1 = ScriptValue.of(settings.beta1());
                ScriptValue beta2 = ScriptValue.of(settings.beta2());
                ScriptValue epsilon = ScriptValue.of(settings.epsilon())) {
            script.call("update", arrays.get(0), arrays.get(1), arrays.get(2), arrays.get(3), number, rate, decay,
                    beta1, beta2, epsilon).close();
        }
    }

    NamedArrays firstMoments() {
        return firstMoments;
    }

    NamedArrays secondMoments() {
        return secondMoments;
    }

    /** Frees the script; the arrays stay. */
    @Override
    public void close() {
        stretches.forEach(stretch -> stretch.arrays().forEach(ScriptValue::close));
        script.close();
    }
}
