package org.grokscope.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.grokscope.settings.Activation;
import org.grokscope.settings.Biases;
import org.grokscope.settings.InitialScheme;
import org.grokscope.settings.LossPrecision;
import org.grokscope.settings.Mask;
import org.grokscope.settings.Norm;
import org.grokscope.settings.OptimizerSettings;
import org.grokscope.settings.ProductPrecision;
import org.grokscope.settings.RunConfiguration;
import org.grokscope.settings.Sequence;
import org.grokscope.settings.Setting;
import org.grokscope.settings.Settings;
import org.grokscope.settings.TypedSettings;
import org.grokscope.text.InvalidSetting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PresetTest {
    static List<Preset> presets() {
        return Preset.all();
    }

    @ParameterizedTest
    @MethodSource("presets")
    void everyPresetMakesARun(Preset preset) {
        assertThat(TypedSettings.of(preset.typed(), Setting::option).problems()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("presets")
    void whatAPresetTypesIsTypedAsFieldsShowIt(Preset preset) {
        RunConfiguration configuration = configuration(preset.name());
        preset.typed().forEach((setting, typed) -> assertThat(setting.type().parse(typed))
                .as(setting.name()).isEqualTo(setting.of(configuration)));
    }

    @Test
    void thePapersPresetIsTheDefault() {
        assertThat(configuration("paper")).isEqualTo(RunConfiguration.PAPER);
    }

    @Test
    void nandasIsThatOfItsCode() {
        RunConfiguration nanda = configuration("nanda");
        assertThat(nanda.task().p()).isEqualTo(113);
        assertThat(nanda.task().trainFraction()).isEqualTo(0.3);
        assertThat(nanda.model().blocks()).isEqualTo(1);
        assertThat(nanda.model().width() / nanda.model().heads()).isEqualTo(32);
        assertThat(nanda.model().activation()).isEqualTo(Activation.RELU);
        assertThat(nanda.model().norm()).isEqualTo(Norm.NONE);
        assertThat(nanda.model().mask()).isEqualTo(Mask.CAUSAL);
        assertThat(nanda.model().biases()).isEqualTo(Biases.MLP);
        assertThat(nanda.model().initialWeights()).isEqualTo(InitialScheme.NORMAL);
        assertThat(nanda.optimizer()).isEqualTo(new OptimizerSettings(1e-3, 1, 0.9, 0.98, 1e-8, 10,
                OptimizerSettings.FULL, LossPrecision.FLOAT64, ProductPrecision.FLOAT32));
    }

    @Test
    void powersHasNormsBehindAndAnEquation() {
        RunConfiguration power = configuration("power");
        assertThat(power.model().norm()).isEqualTo(Norm.POST);
        assertThat(power.model().sequence()).isEqualTo(Sequence.EQUATION);
        assertThat(power.model().biases()).isEqualTo(Biases.NONE);
        assertThat(power.optimizer().beta2()).isEqualTo(0.98);
    }

    @Test
    void omnigroksDiffersFromNandasByTheWarmUp() {
        assertThat(configuration("nanda").with(Settings.WARMUP, 0).with(Settings.STEPS, 25000))
                .isEqualTo(configuration("omnigrok"));
    }

    @Test
    void anUnknownPresetIsRefusedInASentence() {
        assertThatExceptionOfType(InvalidSetting.class).isThrownBy(() -> Preset.of("grok"))
                .withMessage("--preset takes paper, nanda, power or omnigrok, not 'grok'.");
    }

    private static RunConfiguration configuration(String name) {
        return TypedSettings.of(Preset.of(name).typed(), Setting::option).configurations().getFirst();
    }
}
