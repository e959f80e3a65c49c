package org.grokscope.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import org.grokscope.settings.Activation;
import org.grokscope.settings.ModelKind;
import org.grokscope.settings.ModelSettings;
import org.grokscope.settings.Norm;
import org.grokscope.settings.ParameterLayout;
import org.grokscope.settings.RunConfiguration;
import org.grokscope.settings.Settings;
import org.grokscope.tensor.Tensor;
import org.grokscope.text.InvalidSetting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is written for other programs; that they compute the same is seen by bench/run interchange. */
class CopyFormatTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(CopyFormat.class)
    void whatIsWrittenIsReadAsTheSameNetwork(CopyFormat format) throws IOException {
        ModelSettings model = small(Norm.PRE, Activation.GELU, ModelKind.FULL);
        Map<String, Tensor> parameters = drawn(model);
        Path file = format.write(folder, "step-7", model, 7, parameters, Map.of("step", "7"));
        SavedRun.Saved read = SavedRun.open(List.of(file), OptionalInt.empty(), 1).read(7);
        assertThat(read.network().parameters()).isEqualTo(parameters);
        assertThat(read.network().known()).containsEntry("p", "7").containsEntry("width", "8")
                .containsEntry("mlpWidth", "12").containsEntry("blocks", "2").containsEntry("norm", "pre");
        assertThat(Files.readString(folder.resolve("step_7.py"))).contains("step-7.safetensors").doesNotContain("@");
    }

    @Test
    void whatIsThereIsNotReplaced() throws IOException {
        ModelSettings model = small(Norm.PRE, Activation.GELU, ModelKind.FULL);
        CopyFormat.TORCH.write(folder, "it", model, 7, drawn(model), Map.of());
        assertThatExceptionOfType(InvalidSetting.class)
                .isThrownBy(() -> CopyFormat.TORCH.write(folder, "it", model, 7, drawn(model), Map.of()))
                .withMessageContaining("already");
    }

    @Test
    void whatTransformerLensDoesNotHaveIsRefused() {
        for (ModelSettings model : List.of(small(Norm.POST, Activation.GELU, ModelKind.FULL),
                small(Norm.PRE, Activation.SQUARE, ModelKind.FULL),
                small(Norm.PRE, Activation.GELU, ModelKind.MLP_ONLY))) {
            assertThatExceptionOfType(InvalidSetting.class)
                    .isThrownBy(() -> CopyFormat.TRANSFORMERLENS.write(folder.resolve("none"), "it", model, 7,
                            drawn(model), Map.of()))
                    .withMessageStartingWith("TransformerLens has no ");
        }
        assertThat(folder.resolve("none")).doesNotExist();
    }

    private static ModelSettings small(Norm norm, Activation activation, ModelKind kind) {
        return RunConfiguration.PAPER.with(Settings.P, 7).with(Settings.KIND, kind).with(Settings.HEADS, 2)
                .with(Settings.WIDTH, 8).with(Settings.MLP_WIDTH, 12).with(Settings.NORM, norm)
                .with(Settings.ACTIVATION, activation).model();
    }

    private static Map<String, Tensor> drawn(ModelSettings model) {
        Random random = new Random(1);
        Map<String, Tensor> parameters = new LinkedHashMap<>();
        ParameterLayout.of(model, 7).forEach((name, shape) -> {
            float[] values = new float[shape.length == 1 ? shape[0] : shape[0] * shape[1]];
            for (int i = 0; i < values.length; i++) {
                values[i] = random.nextFloat() - 0.5f;
            }
            parameters.put(name, new Tensor(shape, values));
        });
        return parameters;
    }
}
