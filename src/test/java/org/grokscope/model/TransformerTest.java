package org.grokscope.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.grokscope.settings.ModelKind;
import org.grokscope.settings.ModelSettings;
import org.grokscope.settings.SampleSettings;
import org.grokscope.task.Task;
import org.grokscope.weights.InitialWeights;
import org.grokscope.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TransformerTest {
    @Test
    void logitsOnAllPairsAgreeWithTheReference() {
        double[] expected = GoldenNetwork.numbers("logitsOnAllPairs");
        float[] logits = allLogits(GoldenNetwork.CONFIGURATION.model(), GoldenNetwork.tensors("initial"), Hook.NONE);
        assertThat(logits).hasSize(expected.length);
        for (int i = 0; i < logits.length; i++) {
            assertThat((double) logits[i]).isCloseTo(expected[i], within(1e-4));
        }
    }

    @Test
    void weightsOfAnotherShapeAreRefused() {
        Map<String, Tensor> weights = GoldenNetwork.tensors("initial");
        weights.put("head.bias", new Tensor(new int[]{3}, new float[3]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> allLogits(GoldenNetwork.CONFIGURATION.model(), weights, Hook.NONE))
                .withMessageContaining("head.bias");
    }

    @ParameterizedTest
    @EnumSource(ModelKind.class)
    void everyKindHasOneToFourBlocks(ModelKind kind) {
        for (int blocks = 1; blocks <= 4; blocks++) {
            ModelSettings model = SampleSettings.model(kind, blocks, 8, 2, 12);
            float[] logits = allLogits(model, InitialWeights.draw(model, 7, 1), Hook.NONE);
            assertThat(logits).hasSize(49 * 7);
            for (float logit : logits) {
                assertThat(Float.isFinite(logit)).isTrue();
            }
        }
    }

    @Test
    void anMlpOnlyNetworkGivesEveryPairTheSameLogits() {
        ModelSettings model = SampleSettings.model(ModelKind.MLP_ONLY, 2, 8, 2, 12);
        float[] logits = allLogits(model, InitialWeights.draw(model, 7, 1), Hook.NONE);
        for (int i = 7; i < logits.length; i++) {
            assertThat(logits[i]).isCloseTo(logits[i % 7], within(1e-6f));
        }
    }

    @Test
    void theTapComesBySitesInTheirOrder() {
        List<String> seen = new ArrayList<>();
        allLogits(GoldenNetwork.CONFIGURATION.model(), GoldenNetwork.tensors("initial"), (site, activation) -> {
            seen.add(site + " " + activation.getShape());
            return activation;
        });
        assertThat(seen).containsExactly("blocks.0.attention.weights (49, 2, 3, 3)",
                "blocks.0.attention.output (49, 3, 8)", "blocks.0.mlp.residual (49, 3, 8)",
                "blocks.0.mlp.hidden (49, 3, 12)", "blocks.0.mlp.output (49, 3, 8)",
                "blocks.1.attention.weights (49, 2, 1, 3)", "blocks.1.attention.output (49, 1, 8)",
                "blocks.1.mlp.residual (49, 1, 8)", "blocks.1.mlp.hidden (49, 1, 12)",
                "blocks.1.mlp.output (49, 1, 8)");
    }

    @Test
    void whatTheTapPutsInPlaceIsWhatTheNetworkGoesOnWith() {
        Map<String, Tensor> weights = GoldenNetwork.tensors("initial");
        float[] silenced = allLogits(GoldenNetwork.CONFIGURATION.model(), weights,
                (site, activation) -> site.block() == 1 && site.kind() != HookPoint.Kind.MLP_RESIDUAL
                        ? activation.mul(0)
                        : activation);
        ModelSettings oneBlock = SampleSettings.model(ModelKind.FULL, 1, 8, 2, 12);
        assertThat(silenced).containsExactly(allLogits(oneBlock, weights, Hook.NONE), within(1e-6f));
    }

    @Test
    void theResidualStreamAndTheMlpsOutputAreAllThatTheReadoutNeeds() {
        Task task = GoldenNetwork.CONFIGURATION.learnedTask();
        int[] first = IntStream.range(0, task.pairs()).map(task::first).toArray();
        int[] second = IntStream.range(0, task.pairs()).map(task::second).toArray();
        Map<String, NDArray> seen = new HashMap<>();
        try (NDManager manager = NDManager.newBaseManager(Device.cpu());
                Transformer network = new Transformer(manager, GoldenNetwork.CONFIGURATION.model(), task.tokens(),
                        GoldenNetwork.tensors("initial"))) {
            float[] logits = network.logits(manager, first, second, (site, activation) -> {
                seen.put(site.toString(), activation);
                return activation;
            }).toFloatArray();
            NDArray mlp = network.mlpOutput(1, seen.get("blocks.1.mlp.hidden"));
            assertThat(network.readOut(seen.get("blocks.1.mlp.residual").add(mlp)).toFloatArray())
                    .containsExactly(logits);
        }
    }

    /** Logits of all pairs modulo 7, row by row. */
    private static float[] allLogits(ModelSettings model, Map<String, Tensor> weights, Hook tap) {
        Task task = GoldenNetwork.CONFIGURATION.learnedTask();
        int[] first = IntStream.range(0, task.pairs()).map(task::first).toArray();
        int[] second = IntStream.range(0, task.pairs()).map(task::second).toArray();
        try (NDManager manager = NDManager.newBaseManager(Device.cpu());
                Transformer network = new Transformer(manager, model, task.tokens(), weights)) {
            NDArray logits = network.logits(manager, first, second, tap);
            return logits.toFloatArray();
        }
    }
}
