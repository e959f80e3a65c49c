package org.grokscope.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.grokscope.SharesNothing;
import org.grokscope.settings.ModelKind;
import org.grokscope.settings.ParameterLayout;
import org.grokscope.settings.RunConfiguration;
import org.grokscope.settings.SampleSettings;
import org.grokscope.settings.Settings;
import org.grokscope.tensor.Tensor;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with a checkpoint is found by whoever would go on from it, and the one before is named. */
@SharesNothing
class FlawedCheckpointTest {
    private static final RunConfiguration CONFIGURATION = SampleSettings.run(7,
            SampleSettings.model(ModelKind.FULL, 1, 8, 2, 12), 0.01, 16);

    @TempDir
    Path runs;

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"seed | was written under another configuration than run.json has",
            "updates | counts -1 updates", "no norm | holds the norm at NaN", "norm | holds the norm at -2.0",
            "moment | lacks adam.v.head.bias", "square | has a mean of squares below 0 in adam.v.head.bias",
            "infinity | has numbers in head.bias that are not finite"})
    void isRefusedInFull(String flaw, String sentence) throws IOException {
        RunDirectory run = RunDirectory.create(runs, "a run", CONFIGURATION, null, Samples.ENVIRONMENT);
        Checkpoint whole = checkpoint(20, zeros(), zeros(), ConfigurationHash.of(CONFIGURATION), 20,
                OptionalDouble.empty());
        try (RunWriter writer = RunWriter.open(run)) {
            writer.checkpoint(checkpoint(10, zeros(), zeros(), "", 10, OptionalDouble.of(2)));
            writer.checkpoint(whole);
            assertThat(ResumePoint.of(run, OptionalInt.empty())).contains(whole);
            writer.checkpoint(flawed(flaw));
        }
        assertThatExceptionOfType(DamagedCheckpoint.class).isThrownBy(() -> ResumePoint.of(run, OptionalInt.empty()))
                .withMessage("The checkpoint of " + run.head().id() + " at step 30 " + sentence
                        + "; the one at step 20 is whole: resume --from 20, or fork --at 20.");
    }

    /** One rule for damage in the header and damage behind it. */
    @ParameterizedTest
    @ValueSource(ints = {900, -1})
    void aForkPassesNoneOver(int length) throws IOException {
        RunDirectory run = RunDirectory.create(runs, "a run", CONFIGURATION, null, Samples.ENVIRONMENT);
        try (RunWriter writer = RunWriter.open(run)) {
            for (int step : new int[]{20, 30}) {
                writer.checkpoint(checkpoint(step, zeros(), zeros(), "", step, OptionalDouble.empty()));
            }
        }
        byte[] bytes = Files.readAllBytes(run.checkpointFile(30));
        bytes[bytes.length - 1] ^= 1;
        Files.write(run.checkpointFile(30), length < 0 ? bytes : Arrays.copyOf(bytes, length));
        assertThatExceptionOfType(DamagedCheckpoint.class).isThrownBy(
                () -> Fork.create(run, ForkRequest.of(30, List.of(2.0)), _ -> Samples.ENVIRONMENT))
                .withMessageContaining("fork --at 20");
        assertThat(new RunLibrary(runs).runs()).hasSize(1);
        assertThat(Fork.create(run, ForkRequest.of(25, List.of(2.0)), _ -> Samples.ENVIRONMENT)).hasSize(2);
    }

    private static Checkpoint flawed(String flaw) {
        String own = ConfigurationHash.of(CONFIGURATION);
        return switch (flaw) {
            case "seed" -> checkpoint(30, zeros(), zeros(),
                    ConfigurationHash.of(CONFIGURATION.with(Settings.SEED, 43L)), 30, OptionalDouble.empty());
            case "updates" -> checkpoint(30, zeros(), zeros(), own, -1, OptionalDouble.empty());
            case "no norm" -> checkpoint(30, zeros(), zeros(), own, 30, OptionalDouble.of(Double.NaN));
            case "norm" -> checkpoint(30, zeros(), zeros(), own, 30, OptionalDouble.of(-2));
            case "moment" -> checkpoint(30, zeros(), without(), own, 30, OptionalDouble.empty());
            case "square" -> checkpoint(30, zeros(), with(-1), own, 30, OptionalDouble.empty());
            default -> checkpoint(30, with(Float.POSITIVE_INFINITY), zeros(), own, 30, OptionalDouble.empty());
        };
    }

    private static Checkpoint checkpoint(int step, Map<String, Tensor> parameters, Map<String, Tensor> second,
            String hash, int updates, OptionalDouble norm) {
        return new Checkpoint(step, parameters, zeros(), second, hash, 0, updates, norm);
    }

    private static Map<String, Tensor> zeros() {
        return with(0);
    }

    private static Map<String, Tensor> without() {
        Map<String, Tensor> tensors = zeros();
        tensors.remove("head.bias");
        return tensors;
    }

    private static Map<String, Tensor> with(float bias) {
        Map<String, Tensor> tensors = new HashMap<>();
        ParameterLayout.of(CONFIGURATION.model(), 7).forEach((name, shape) -> {
            int size = 1;
            for (int axis : shape) {
                size *= axis;
            }
            float[] values = new float[size];
            values[0] = name.equals("head.bias") ? bias : 0;
            tensors.put(name, new Tensor(shape, values));
        });
        return tensors;
    }
}
