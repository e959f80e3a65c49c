package org.grokscope.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.training.GradientCollector;
import java.util.Random;
import org.grokscope.settings.LossPrecision;
import org.grokscope.settings.Mask;
import org.grokscope.settings.ModelKind;
import org.grokscope.settings.ModelSettings;
import org.grokscope.settings.ProductPrecision;
import org.grokscope.settings.SampleSettings;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.grokscope.weights.InitialWeights;

/** The passes written out by hand against the plain network and its automatic gradients. */
class NativeTransformerTest {
    private static final int P = 11;
    /** So many that the scores of all tokens are more work than those of the pairs. */
    private static final int LARGE = 67;
    private static final int PAIRS = 40;

    @ParameterizedTest
    @CsvSource({"FULL,1", "FULL,2", "FULL,3", "FULL,4", "ATTENTION_ONLY,1", "ATTENTION_ONLY,2", "ATTENTION_ONLY,4",
            "MLP_ONLY,1", "MLP_ONLY,2", "MLP_ONLY,3"})
    void lossAndGradientsAreThoseOfThePlainNetwork(ModelKind kind, int blocks) {
        ModelSettings settings = SampleSettings.model(kind, blocks, 16, 2, 24);
        agree(settings, P);
        agree(settings, LARGE);
        agree(causal(settings), P);
        agree(causal(settings), LARGE);
    }

    private static ModelSettings causal(ModelSettings settings) {
        return new ModelSettings(settings.kind(), settings.blocks(), settings.width(), settings.heads(),
                settings.mlpWidth(), settings.activation(), settings.norm(), Mask.CAUSAL, settings.biases(),
                settings.sequence(), settings.initialWeights(), settings.initialScale());
    }

    private static void agree(ModelSettings settings, int p) {
        Random random = new Random(settings.blocks());
        int[] first = random.ints(PAIRS, 0, p).toArray();
        int[] second = random.ints(PAIRS, 0, p).toArray();
        int[] answers = random.ints(PAIRS, 0, p).toArray();
        try (NDManager manager = NDManager.newBaseManager(Device.cpu());
                Transformer network = new Transformer(manager, settings, p, InitialWeights.draw(settings, p, 3));
                NativeTransformer passes = new NativeTransformer(network, LossPrecision.FLOAT32,
                        ProductPrecision.FLOAT32)) {
            double loss = passes.lossAndGradients(first, second, answers);
            // A second time, over other pairs and back: nothing of a pass before may be left.
            passes.lossAndGradients(second, first, answers);
            assertThat(passes.lossAndGradients(first, second, answers)).isEqualTo(loss);
            network.parameters().all().forEach(parameter -> parameter.setRequiresGradient(true));
            NDArray plain;
            try (GradientCollector collector = manager.getEngine().newGradientCollector()) {
                NDArray logits = network.logits(manager, first, second, Hook.NONE);
                plain = logits.logSoftmax(1)
                        .mul(manager.create(answers).oneHot(p, DataType.FLOAT32).mul(-1f / PAIRS)).sum();
                collector.backward(plain);
            }
            assertThat(loss).isCloseTo(plain.getFloat(), within(1e-5));
            for (String name : network.parameters().names()) {
                assertThat(passes.gradients().get(name).toFloatArray()).as(name).containsExactly(
                        network.parameters().get(name).getGradient().toFloatArray(), within(2e-6f));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"FULL,1", "FULL,3", "ATTENTION_ONLY,2", "MLP_ONLY,2"})
    void seesWhatThePlainNetworkShows(ModelKind kind, int blocks) {
        ModelSettings settings = SampleSettings.model(kind, blocks, 16, 2, 24);
        int[] first = new Random(1).ints(PAIRS, 0, P).toArray();
        int[] second = new Random(2).ints(PAIRS, 0, P).toArray();
        try (NDManager manager = NDManager.newBaseManager(Device.cpu());
                Transformer network = new Transformer(manager, settings, P, InitialWeights.draw(settings, P, 3));
                NativeTransformer passes = new NativeTransformer(network, LossPrecision.FLOAT32,
                        ProductPrecision.FLOAT32)) {
            float[][] standard = new float[1][];
            float[] logits = network.logits(manager, first, second, (site, seen) -> {
                if (site.equals(HookPoint.standard(settings))) {
                    float[] all = seen.toFloatArray();
                    int last = PAIRS * site.neurons(settings);
                    standard[0] = new float[last];
                    int positions = all.length / last;
                    int neurons = site.neurons(settings);
                    for (int pair = 0; pair < PAIRS; pair++) {
                        System.arraycopy(all, ((pair + 1) * positions - 1) * neurons, standard[0], pair * neurons,
                                neurons);
                    }
                }
                return seen;
            }).toFloatArray();
            passes.look(first, second, outputs -> {
                assertThat(outputs.logits().toFloatArray()).containsExactly(logits, within(1e-5f));
                assertThat(outputs.standardSite().toFloatArray()).containsExactly(standard[0], within(1e-5f));
                assertThat(outputs.lastMlp() == null).isEqualTo(!kind.mlp());
                if (outputs.lastMlp() != null) {
                    assertThat(network.readOut(outputs.lastMlp().output()).toFloatArray()).containsExactly(logits,
                            within(1e-5f));
                    assertThat(
                            network.mlpOutput(blocks - 1, outputs.lastMlp().hidden()).add(outputs.lastMlp().residual())
                                    .toFloatArray())
                            .containsExactly(outputs.lastMlp().output().toFloatArray(), within(1e-5f));
                }
            });
        }
    }
}
