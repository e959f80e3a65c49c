package org.grokscope.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import org.grokscope.measure.Ablation;
import org.grokscope.measure.AttentionPattern;
import org.grokscope.measure.CircuitActivity;
import org.grokscope.measure.CircuitReading;
import org.grokscope.measure.FrequencySynchronization;
import org.grokscope.measure.NeuronCourse;
import org.grokscope.measure.NeuronPhases;
import org.grokscope.measure.PairLogits;
import org.grokscope.measure.PairMargins;
import org.grokscope.measure.SumConditionedActivation;
import org.grokscope.measure.TokenEmbedding;
import org.grokscope.task.ModularTask;
import org.grokscope.task.Operation;
import org.grokscope.task.Task;

/** Networks as they look before and after grokking, made without training any. */
public final class SampleCircuits {
    private static final int WIDTH = 32;
    private static final int NEURONS = 512;

    private SampleCircuits() {}

    /** A network of random weights. */
    public static CircuitScene random(int p) {
        return scene(p, 0);
    }

    /** A network that answers by three frequencies. */
    public static CircuitScene grokked(int p) {
        return scene(p, 6);
    }

    /** The same before anything but its embedding was read. */
    public static CircuitScene unread(int p) {
        CircuitScene scene = grokked(p);
        return new CircuitScene(scene.task(), CircuitReading.of(scene.embedding()), scene.frequency(),
                scene.ceilingFsd(), Optional.empty(), true);
    }

    private static PairMargins margins(Task task, int[] keys, double strength) {
        Random random = new Random(4);
        PairMargins.Accumulator margins = new PairMargins.Accumulator(task.tokens(), task.answers());
        BitSet training = new BitSet();
        for (int pair = 0; pair < task.pairs(); pair++) {
            float[] logits = new float[task.answerCount()];
            training.set(pair, random.nextDouble() < 0.3);
            for (int answer = 0; answer < logits.length; answer++) {
                logits[answer] = (float) random.nextGaussian();
                for (int k : keys) {
                    logits[answer] += (float) (strength
                            * Math.cos(2 * Math.PI * k * (answer - task.answer(pair)) / task.tokens()));
                }
            }
            margins.add(new int[]{pair}, logits);
        }
        return margins.finish(training);
    }

    private static NeuronPhases phases(int[] keys, double strength) {
        Random random = new Random(5);
        List<NeuronPhases.Neuron> neurons = new ArrayList<>();
        for (int neuron = 0; neuron < NEURONS; neuron++) {
            double input = random.nextDouble();
            double output = strength > 0 ? input + 0.02 * random.nextGaussian() : random.nextDouble();
            neurons.add(
                    new NeuronPhases.Neuron(neuron, keys[neuron % keys.length], input, output - Math.floor(output)));
        }
        return new NeuronPhases("blocks.1.mlp.hidden", neurons);
    }

    private static NeuronCourse course(Task task, int[] keys, double strength) {
        Random random = new Random(6);
        List<Integer> steps = IntStream.rangeClosed(0, 8).mapToObj(i -> 500 * i).toList();
        List<double[]> shares = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            double[] at = new double[task.basis().frequencies()];
            for (int k = 1; k <= at.length; k++) {
                at[k - 1] = random.nextDouble() + (k == keys[0] ? strength * i * i : k == keys[1] ? strength * i : 0);
            }
            double all = Arrays.stream(at).sum();
            shares.add(Arrays.stream(at).map(it -> it / all).toArray());
        }
        return new NeuronCourse("blocks.1.mlp.hidden", 7, steps, shares);
    }

    private static CircuitScene scene(int p, double strength) {
        Random random = new Random(3);
        int[] keys = {Math.max(1, p / 7), Math.max(1, p / 3 - 1), Math.max(1, p / 2 - 1)};
        float[] embedding = new float[p * WIDTH];
        for (int token = 0; token < p; token++) {
            for (int j = 0; j < WIDTH; j++) {
                double value = random.nextGaussian();
                for (int i = 0; i < keys.length; i++) {
                    double angle = 2 * Math.PI * keys[i] * token / p;
                    value += j == 2 * i ? strength * Math.cos(angle) / (1 + i) : 0;
                    value += j == 2 * i + 1 ? strength * Math.sin(angle) / (1 + i) : 0;
                }
                embedding[token * WIDTH + j] = (float) value;
            }
        }
        double[][] phi = new double[NEURONS][p];
        for (int neuron = 0; neuron < NEURONS; neuron++) {
            int k = keys[neuron % 20 == 0 ? 2 : neuron % 7 == 0 ? 1 : 0];
            double phase = random.nextDouble() * 7;
            double loud = strength * random.nextDouble();
            for (int answer = 0; answer < p; answer++) {
                phi[neuron][answer] = random.nextGaussian() + loud * Math.cos(2 * Math.PI * k * answer / p + phase);
            }
        }
        AttentionPattern.Accumulator attention = new AttentionPattern.Accumulator(2, 4, List.of("a", "b", "="));
        for (int block = 0; block < 2; block++) {
            float[] weights = new float[12];
            for (int head = 0; head < 4; head++) {
                float first = random.nextFloat() * 0.8f;
                weights[3 * head] = first;
                weights[3 * head + 1] = 0.9f - first;
                weights[3 * head + 2] = 0.1f;
            }
            attention.add(block, weights);
        }
        Map<String, Double> without = new LinkedHashMap<>();
        without.put("blocks.0.attention", 0.108);
        without.put("blocks.0.mlp", strength > 0 ? 0.88 : 1.0 / p);
        without.put("blocks.1.attention", 0.054);
        without.put("blocks.1.mlp", 0.118);
        float[] logits = new float[p];
        for (int answer = 0; answer < p; answer++) {
            for (int k : keys) {
                logits[answer] += (float) (strength * Math.cos(2 * Math.PI * k * (answer - 3) / p)
                        + 0.5 * random.nextGaussian());
            }
        }
        Task task = new ModularTask(Operation.ADD, p);
        TokenEmbedding tokens = new TokenEmbedding(embedding, task.basis(), WIDTH);
        return new CircuitScene(task, CircuitReading.of(tokens)
                .with(new CircuitActivity("blocks.0.mlp.hidden",
                        FrequencySynchronization.of(SumConditionedActivation.of(phi), task.basis()),
                        attention.finish(), margins(task, keys, strength),
                        Optional.of(phases(keys, strength))))
                .with(new Ablation(strength > 0 ? 0.9989 : 1.0 / p, without)),
                tokens.power().strongest(), 0.8, Optional.of(new PairLogits(1, 2, 3, logits)), true)
                .following(new NeuronLook(OptionalInt.of(7), Optional.of(course(task, keys, strength)), 3000));
    }
}
