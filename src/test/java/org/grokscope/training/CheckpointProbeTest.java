package org.grokscope.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.grokscope.measure.Ablation;
import org.grokscope.measure.FrequencySynchronization;
import org.grokscope.model.GoldenNetwork;
import org.grokscope.model.HookPoint.Kind;
import org.grokscope.model.HookPoint;
import org.grokscope.weights.InitialWeights;
import org.grokscope.run.Checkpoint;
import org.grokscope.settings.ModelKind;
import org.grokscope.settings.ModelSettings;
import org.grokscope.settings.Norm;
import org.grokscope.settings.RunConfiguration;
import org.grokscope.settings.SampleSettings;
import org.grokscope.settings.Settings;
import org.grokscope.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CheckpointProbeTest {
    private static final RunConfiguration CONFIGURATION = GoldenNetwork.CONFIGURATION;
    private static final int PAIRS = 49;

    @Test
    void logitsAgreeWithTheReference() {
        double[] expected = GoldenNetwork.numbers("logitsOnAllPairs");
        try (CheckpointProbe probe = golden()) {
            float[] logits = probe.logits(IntStream.range(0, PAIRS).toArray());
            for (int i = 0; i < expected.length; i++) {
                assertThat((double) logits[i]).isCloseTo(expected[i], within(1e-4));
            }
            assertThat(probe.logits(30)).containsExactly(java.util.Arrays.copyOfRange(logits, 30 * 7, 31 * 7),
                    within(1e-5f));
        }
    }

    @Test
    void attentionFromTheLastPositionSumsToOneForEachHead() {
        try (CheckpointProbe probe = golden()) {
            for (int block = 0; block < 2; block++) {
                float[] weights = probe.activations(new HookPoint(block, Kind.ATTENTION_WEIGHTS), 0, 8, 48);
                assertThat(weights).hasSize(3 * 2 * 3);
                for (int head = 0; head < 6; head++) {
                    assertThat(weights[3 * head] + weights[3 * head + 1] + weights[3 * head + 2]).isCloseTo(1f,
                            within(1e-5f));
                }
            }
        }
    }

    @Test
    void sumConditionedActivationIsTheMeanOverThePairsOfAnAnswer() {
        HookPoint site = new HookPoint(1, Kind.MLP_HIDDEN);
        try (CheckpointProbe probe = golden()) {
            int[] ofAnswerThree = IntStream.range(0, PAIRS).filter(pair -> (pair / 7 + pair % 7) % 7 == 3).toArray();
            float[] activations = probe.activations(site, ofAnswerThree);
            double mean = IntStream.range(0, 7).mapToDouble(i -> activations[12 * i + 5]).average().orElseThrow();
            assertThat(probe.sumConditioned(site).mean(5, 3)).isCloseTo(mean, within(1e-6));
            assertThat(probe.sumConditioned(Set.of(site, new HookPoint(0, Kind.MLP_HIDDEN)))).hasSize(2);
        }
    }

    @Test
    void aPartThatIsSilentAlreadyIsNotMissed() {
        Map<String, Tensor> weights = GoldenNetwork.tensors("final");
        for (String name : List.of("blocks.1.mlp.down.weight", "blocks.1.mlp.down.bias")) {
            Tensor tensor = weights.get(name);
            weights.put(name, new Tensor(tensor.shape(), new float[tensor.values().length]));
        }
        try (CheckpointProbe probe = CheckpointProbe.open(CONFIGURATION,
                new Checkpoint(4, weights, Map.of(), Map.of(), "", 0))) {
            Ablation ablation = probe.ablation();
            assertThat(ablation.without().keySet()).containsExactly("blocks.0.attention", "blocks.0.mlp",
                    "blocks.1.attention", "blocks.1.mlp");
            assertThat(ablation.without().get("blocks.1.mlp")).isEqualTo(ablation.intact());
        }
    }

    @ParameterizedTest
    @EnumSource(ModelKind.class)
    void onlyPartsThatANetworkHasAreAblated(ModelKind kind) {
        ModelSettings model = SampleSettings.model(kind, 1, 8, 2, 12);
        RunConfiguration configuration = SampleSettings.run(7, model, 0.01, 16);
        try (CheckpointProbe probe = CheckpointProbe.open(configuration,
                new Checkpoint(0, InitialWeights.draw(model, 7, 1), Map.of(), Map.of(), "", 0))) {
            assertThat(probe.ablation().without().keySet()).isEqualTo(switch (kind) {
                case FULL -> Set.of("blocks.0.attention", "blocks.0.mlp");
                case ATTENTION_ONLY -> Set.of("blocks.0.attention");
                case MLP_ONLY -> Set.of("blocks.0.mlp");
            });
        }
    }

    @Test
    void theDirectEffectOfANeuronIsWhatTheLogitsGainFromAUnitOfIt() {
        RunConfiguration configuration = SampleSettings
                .run(7, SampleSettings.model(ModelKind.FULL, 1, 8, 2, 12), 0.01, 16)
                .with(Settings.NORM, Norm.NONE);
        Map<String, Tensor> weights = InitialWeights.draw(configuration.model(), 7, 1);
        float[] effects;
        float[] before;
        try (CheckpointProbe probe = CheckpointProbe.open(configuration, golden(weights))) {
            effects = probe.directEffects(0);
            before = probe.logits(3);
        }
        float[] down = weights.get("blocks.0.mlp.down.weight").values();
        for (int neuron = 0; neuron < 12; neuron++) {
            float[] bias = weights.get("blocks.0.mlp.down.bias").values().clone();
            for (int i = 0; i < 8; i++) {
                bias[i] += down[i * 12 + neuron];
            }
            Map<String, Tensor> more = new HashMap<>(weights);
            more.put("blocks.0.mlp.down.bias", new Tensor(new int[]{8}, bias));
            try (CheckpointProbe probe = CheckpointProbe.open(configuration, golden(more))) {
                float[] after = probe.logits(3);
                for (int answer = 0; answer < 7; answer++) {
                    assertThat(after[answer] - before[answer]).isCloseTo(effects[answer * 12 + neuron], within(1e-5f));
                }
            }
        }
    }

    @Test
    void aNormBeforeTheHeadHidesWhatANeuronAddsToAllAlikeAndItsGainCounts() {
        Map<String, Tensor> weights = GoldenNetwork.tensors("initial");
        Tensor down = weights.get("blocks.1.mlp.down.weight");
        int neurons = down.shape()[1];
        float[] alike = down.values().clone();
        for (int i = 0; i < down.shape()[0]; i++) {
            alike[i * neurons + 4] = 0.3f;
        }
        weights.put("blocks.1.mlp.down.weight", new Tensor(down.shape(), alike));
        float[] effects;
        try (CheckpointProbe probe = CheckpointProbe.open(CONFIGURATION, golden(weights))) {
            effects = probe.directEffects(1);
        }
        Tensor gain = weights.get("final_norm.weight");
        float[] twice = gain.values().clone();
        for (int i = 0; i < twice.length; i++) {
            twice[i] *= 2;
        }
        weights.put("final_norm.weight", new Tensor(gain.shape(), twice));
        try (CheckpointProbe probe = CheckpointProbe.open(CONFIGURATION, golden(weights))) {
            float[] doubled = probe.directEffects(1);
            for (int answer = 0; answer < 7; answer++) {
                assertThat(effects[answer * neurons + 4]).isCloseTo(0f, within(1e-6f));
                assertThat(doubled[answer * neurons + 3]).isCloseTo(2 * effects[answer * neurons + 3], within(1e-6f))
                        .isNotCloseTo(0f, within(1e-6f));
            }
        }
    }

    @Test
    void weightsOfAnotherNetworkAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> CheckpointProbe.open(RunConfiguration.PAPER,
                new Checkpoint(0, GoldenNetwork.tensors("initial"), Map.of(), Map.of(), "", 0)));
    }

    @Test
    void lookingOnAnotherThreadLeavesTheTrainingAsItIs() {
        Checkpoint start = golden(GoldenNetwork.tensors("initial"));
        try (Trainer alone = Trainer.begin(CONFIGURATION, Device.cpu());
                Trainer watched = Trainer.begin(CONFIGURATION, Device.cpu())) {
            for (int i = 0; i < 200; i++) {
                alone.step();
            }
            CompletableFuture<double[]> looks = CompletableFuture.supplyAsync(() -> IntStream.range(0, 60)
                    .mapToDouble(_ -> {
                        try (CheckpointProbe probe = CheckpointProbe.open(CONFIGURATION, start)) {
                            return FrequencySynchronization
                                    .of(probe.sumConditioned(new HookPoint(0, Kind.MLP_HIDDEN)),
                                            CONFIGURATION.learnedTask().basis())
                                    .degree(1) + probe.ablation().intact();
                        }
                    }).distinct().toArray());
            for (int i = 0; i < 200; i++) {
                watched.step();
            }
            assertThat(looks.join()).hasSize(1);
            assertThat(watched.checkpoint(0)).usingRecursiveComparison().isEqualTo(alone.checkpoint(0));
        }
    }

    private static CheckpointProbe golden() {
        return CheckpointProbe.open(CONFIGURATION, golden(GoldenNetwork.tensors("initial")));
    }

    private static Checkpoint golden(Map<String, Tensor> weights) {
        return new Checkpoint(0, weights, Map.of(), Map.of(), "", 0);
    }
}
