package org.grokscope.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkSettingsTest {
    /** torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: min(step / 10, 1)): the first step has η = 0. */
    @ParameterizedTest
    @CsvSource({"1,0", "2,0.0001", "6,0.0005", "10,0.0009000000000000001", "11,0.001", "12,0.001", "5000,0.001"})
    void theWarmUpIsThatOfLambdaLr(int update, double rate) {
        OptimizerSettings warm = RunConfiguration.PAPER.with(Settings.WARMUP, 10).optimizer();
        assertThat(warm.learningRateAt(update)).isEqualTo(rate);
    }

    @Test
    void withoutAWarmUpTheRateIsConstant() {
        assertThat(OptimizerSettings.PAPER.learningRateAt(1)).isEqualTo(1e-3);
    }

    @Test
    void aFullBatchIsAWord() {
        RunConfiguration full = typed(Map.of("batch", "full")).configurations().getFirst();
        assertThat(full.optimizer().batch()).isEqualTo(OptimizerSettings.FULL);
        assertThat(Settings.BATCH.text(full)).isEqualTo("full");
        assertThat(Settings.BATCH.said(full)).isEqualTo("full");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "kind=mlp-only,mask=causal | An mlp-only network has no attention that could be masked.",
            "kind=attention-only,activation=relu | An attention-only network has no neurons that an activation could be chosen for.",
            "kind=attention-only,biases=mlp | An attention-only network has no MLP whose biases could be kept.",
            "initialScale=0 | The initial scale must be a positive number, and 0 is not.",
            "precision=bf16,norm=post | A network with LayerNorms behind the sublayers has products of float32 numbers alone.",
            "precision=bfloat16 | precision takes float32 or bf16, not 'bfloat16'.",
            "warmup=-1 | The warm-up must take at least 0 steps, and -1 is not.",
            "batch=some | batch takes a whole number, or full, not 'some'.",
            "norm=rms | norm takes pre, none or post, not 'rms'."})
    void whatMeansNothingIsRefusedInASentence(String settings, String sentence) {
        Map<String, String> typed = Map.of(settings.split(",")[0].split("=")[0], settings.split(",")[0].split("=")[1],
                settings.split(",").length > 1 ? settings.split(",")[1].split("=")[0] : "p",
                settings.split(",").length > 1 ? settings.split(",")[1].split("=")[1] : "97");
        assertThat(typed(typed).problems().values()).containsExactly(sentence);
    }

    @ParameterizedTest
    @CsvSource({"pre,WRITTEN_OUT", "none,WRITTEN_OUT", "post,AUTOMATIC"})
    void normsBehindAreLeftToAutomaticGradients(String norm, Passes passes) {
        assertThat(Passes.of(typed(Map.of("norm", norm)).configurations().getFirst().model())).isEqualTo(passes);
    }

    private static TypedSettings typed(Map<String, String> byName) {
        return TypedSettings.of(byName.entrySet().stream().collect(Collectors.toMap(entry -> Settings.all().stream()
                .filter(setting -> setting.name().equals(entry.getKey())).findFirst().orElseThrow(),
                Map.Entry::getValue)), Setting::name);
    }
}
