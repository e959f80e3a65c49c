package org.grokscope.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ai.djl.Device;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.grokscope.file.FileProblem;
import org.grokscope.file.Json;
import org.grokscope.foreign.SavedRun;
import org.grokscope.measure.Measure;
import org.grokscope.run.LogCheck;
import org.grokscope.run.RunDirectory;
import org.grokscope.run.RunHistory;
import org.grokscope.run.RunState;
import org.grokscope.settings.Setting;
import org.grokscope.settings.Settings;
import org.grokscope.text.InvalidSetting;
import org.grokscope.training.CheckpointCheck;
import org.grokscope.training.CheckpointProbe;
import org.grokscope.training.Compute;
import org.grokscope.training.DeviceChoice;
import org.grokscope.training.Trainer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Networks that other programs saved; what they answer there stands in networks.json, written by networks.py beside it. */
class NetworkImportTest {
    private static final Path FOLDER = Path.of("src", "test", "resources", "org", "grokscope", "foreign");
    private static final Offset<Float> ROUNDING = Offset.offset(2e-5f);
    private static Compute compute;

    @TempDir
    Path runs;

    @BeforeAll
    static void load() {
        compute = Compute.load(DeviceChoice.CPU, 1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "encoder | encoder.pt | heads=2 activation=gelu norm=pre mask=none trainFraction=0.48 split=torch:598",
            "lens-300 | lens-300.pth | activation=gelu mask=none trainFraction=0.5 seed=3",
            "lens-series | lens-series.pth | activation=relu norm=none mask=causal",
            "measures | measures-20.pth measures-init.pth | activation=relu",
            "encoder-post-7 | encoder-post-7.pt | heads=2 activation=relu norm=post mask=none trainFraction=0.4 seed=1"})
    void theNetworkAnswersAsItDidThere(String result, String files, String settings) throws IOException {
        RunDirectory run = imported(files, settings);
        JsonNode expected = Json.MAPPER.readTree(Files.readAllBytes(FOLDER.resolve("networks.json"))).path(result);
        assertThat(run.checkpointSteps()).isNotEmpty();
        for (int step : run.checkpointSteps()) {
            double[] there = expected.path(Integer.toString(step)).valueStream().mapToDouble(JsonNode::asDouble)
                    .toArray();
            try (CheckpointProbe probe = CheckpointProbe.open(run.head().configuration(), run.checkpoint(step))) {
                float[] here = probe.logits(IntStream.range(0, 25).toArray());
                assertThat(here).hasSameSizeAs(there);
                for (int i = 0; i < there.length; i++) {
                    assertThat(here[i]).isCloseTo((float) there[i], ROUNDING);
                }
            }
        }
    }

    @Test
    void anImportedRunIsARunLikeAnyOther() throws IOException {
        RunDirectory run = imported("encoder.pt",
                "heads=2 activation=gelu norm=pre mask=none trainFraction=0.48 split=torch:598");
        RunHistory history = RunDirectory.open(run.path()).history();
        assertThat(history.state()).isEqualTo(RunState.IMPORTED);
        assertThat(history.head().imported().from()).isEqualTo("torch.nn.TransformerEncoderLayer");
        assertThat(history.head().imported().files()).containsExactly("encoder.pt");
        assertThat(history.head().imported().assumed()).contains("batch").doesNotContain("weightDecay", "p");
        assertThat(history.head().configuration().optimizer().weightDecay()).isEqualTo(0.5);
        assertThat(history.evaluations()).hasSize(1);
        assertThat(history.evaluations().getFirst().value(Measure.FSD)).isFinite();
        assertThat(LogCheck.of(run, history)).isEmpty();
        assertThat(new CheckpointCheck(run, history).findings(10)).isEmpty();
    }

    /** With the same pairs in each step there is no order of batches to differ. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "measures | measures-20.pth | 20 | activation=relu batch=full split=python:0 trainFraction=0.48",
            "encoder | encoder.pt | 10 | heads=2 activation=gelu norm=pre mask=none trainFraction=0.48 split=torch:598 batch=full"})
    void trainingGoesOnAsItWouldHaveThere(String result, String files, int step, String settings) throws IOException {
        RunDirectory run = imported(files, settings);
        JsonNode losses = Json.MAPPER.readTree(Files.readAllBytes(FOLDER.resolve("networks.json"))).path(result)
                .path("losses");
        assertThat(losses).hasSize(12);
        try (Trainer trainer = Trainer.resume(run.head().configuration(), run.checkpoint(step), Device.cpu())) {
            for (JsonNode loss : losses) {
                assertThat(trainer.step()).isCloseTo(loss.asDouble(), Offset.offset(2e-5));
            }
        }
    }

    @Test
    void whatTheFilesDoNotSayIsAsked() {
        assertThatExceptionOfType(InvalidSetting.class).isThrownBy(() -> imported("encoder.pt", ""))
                .withMessageContaining("--heads").withMessageContaining("--train-fraction")
                .withMessageContaining("--split");
        assertThat(runs).isEmptyDirectory();
    }

    @Test
    void whatThePersonSaysMustNotContradictTheFiles() {
        assertThatExceptionOfType(InvalidSetting.class)
                .isThrownBy(() -> imported("encoder.pt",
                        "p=7 heads=2 activation=gelu norm=pre mask=none trainFraction=0.48 split=torch:1"))
                .withMessage("--p: the files say 5, and not 7.");
        assertThat(runs).isEmptyDirectory();
    }

    @Test
    void shapesThatContradictEachOtherAreRefused() {
        assertThatExceptionOfType(FileProblem.class).isThrownBy(() -> imported("contradiction.pt", "heads=2"))
                .withMessageStartingWith("contradiction.pt: The shapes contradict each other: out.bias is 5");
        assertThatExceptionOfType(FileProblem.class)
                .isThrownBy(() -> imported("encoder.pt encoder-post-7.pt", "heads=2"))
                .withMessageStartingWith("The shapes contradict each other: encoder-post-7.pt holds another network");
        assertThat(runs).isEmptyDirectory();
    }

    private RunDirectory imported(String files, String settings) throws IOException {
        List<Path> paths = Arrays.stream(files.split(" ")).map(FOLDER::resolve).toList();
        SavedRun saved = SavedRun.open(paths, OptionalInt.empty(), 1);
        Map<Setting<?>, String> typed = new LinkedHashMap<>();
        typed.put(Settings.OPERATION, "add");
        for (String each : settings.split(" ")) {
            String[] parts = each.split("=");
            Settings.all().stream().filter(setting -> setting.name().equals(parts[0]))
                    .forEach(setting -> typed.put(setting, parts[1]));
        }
        return NetworkImport.plan(paths, saved, typed, Setting::option).make(runs, "imported", compute.environment(),
                (_, _) -> {});
    }
}
