package org.grokscope.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.grokscope.measure.Ablation;
import org.grokscope.measure.CircuitActivity;
import org.grokscope.measure.Evaluation;
import org.grokscope.measure.Measure;
import org.grokscope.model.Processor;
import org.grokscope.run.Checkpoint;
import org.grokscope.run.EvaluationLine;
import org.grokscope.run.Fork;
import org.grokscope.run.ForkRequest;
import org.grokscope.run.LogCheck;
import org.grokscope.run.RunDirectory;
import org.grokscope.settings.RunConfiguration;
import org.grokscope.settings.Setting;
import org.grokscope.settings.Settings;
import org.grokscope.settings.TypedSettings;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a run can do, with networks of every kind that the settings make. */
class EveryNetworkTest {
    private static final int STEPS = 40;
    private static final String NANDA = "blocks=1,activation=relu,norm=none,mask=causal,biases=mlp,"
            + "initialWeights=normal,beta2=0.98,batch=full,lossPrecision=float64";

    @TempDir
    static Path runs;
    /** The whole run of each network, trained once: what looks at it changes nothing. */
    private static final Map<String, RunDirectory> FINISHED = new HashMap<>();

    static Stream<String> networks() {
        Stream<String> narrow = Processor.here().bfloat16()
                ? Stream.of("precision=bf16", "precision=bf16,activation=relu,biases=none,mask=causal",
                        "precision=bf16,activation=square,initialScale=0.5,norm=none",
                        "precision=bf16,kind=attention-only", NANDA + ",precision=bf16")
                : Stream.empty();
        return Stream.concat(narrow,
                Stream.of("activation=relu", "activation=square,initialScale=0.5", "norm=none", "norm=post",
                        "mask=causal", "biases=mlp", "biases=none", "sequence=pair", "sequence=equation",
                        "kind=attention-only,norm=none,biases=none", "kind=attention-only,norm=post",
                        "kind=mlp-only,norm=post,sequence=pair", NANDA, NANDA + ",warmup=10",
                        "activation=relu,norm=post,mask=causal,biases=none,sequence=equation,beta2=0.98,warmup=10"));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void anInterruptedRunAndAControlEndAsTheWholeRunToTheBit(String network) throws IOException {
        RunDirectory whole = finished(network);
        RunDirectory interrupted = TinyRun.create(runs, configuration(network));
        try (RunSession session = RunSession.open(interrupted, TinyRun.COMPUTE)) {
            TinyRun.advance(session, 27);
        }
        TinyRun.finish(interrupted);
        RunDirectory control = Fork.create(whole, ForkRequest.of(20, List.of()), _ -> TinyRun.COMPUTE.environment())
                .getFirst();
        TinyRun.finish(control);
        for (RunDirectory other : List.of(interrupted, control)) {
            assertThat(numbers(other)).isEqualTo(numbers(whole));
            assertThat(tensors(other.checkpoint(STEPS))).isEqualTo(tensors(whole.checkpoint(STEPS)));
        }
    }

    @ParameterizedTest
    @MethodSource("networks")
    void nothingIsFoundWrongWithARun(String network) throws IOException {
        RunDirectory run = finished(network);
        assertThat(LogCheck.of(run, run.history())).isEmpty();
        CheckpointCheck check = new CheckpointCheck(run, run.history());
        for (int step : run.history().checkpoints()) {
            assertThat(check.findings(step)).isEmpty();
        }
        assertThat(check.measured()).isGreaterThanOrEqualTo(3);
    }

    @ParameterizedTest
    @MethodSource("networks")
    void allThatIsMeasuredOfThePapersNetworkIsMeasured(String network) throws IOException {
        Evaluation last = finished(network).history().evaluations().getLast();
        boolean mlp = !network.contains("attention-only");
        boolean answers = !network.contains("mlp-only");
        for (Measure measure : List.of(Measure.FSD, Measure.TRAIN_LOSS, Measure.WEIGHT_NORM, Measure.SPECTRAL_ENTROPY,
                Measure.EMBEDDING_GINI, Measure.VALIDATION_MARGIN)) {
            assertThat(last.value(measure)).as(measure.key()).matches(value -> Double.isFinite(value) || !answers);
        }
        assertThat(Double.isFinite(last.value(Measure.RESTRICTED_LOSS))).isEqualTo(mlp);
        assertThat(Double.isFinite(last.value(Measure.EXCLUDED_LOSS))).isEqualTo(mlp);
    }

    @ParameterizedTest
    @MethodSource("networks")
    void theNetworkCanBeLookedInto(String network) throws IOException {
        RunConfiguration configuration = configuration(network);
        try (CheckpointProbe probe = CheckpointProbe.open(configuration, finished(network).checkpoint(STEPS))) {
            CircuitActivity activity = new CircuitAnalyzer(probe).activity();
            assertThat(activity.attention().positions()).isEqualTo(configuration.model().sequence().signs());
            for (int block = 0; block < activity.attention().blocks(); block++) {
                int seen = block;
                assertThat(IntStream.range(0, activity.attention().positions().size())
                        .mapToDouble(position -> activity.attention().weight(seen, 0, position)).sum())
                        .isCloseTo(1, within(1e-5));
            }
            Ablation ablation = probe.ablation();
            assertThat(ablation.intact()).isBetween(0.0, 1.0);
            assertThat(ablation.without()).hasSize(configuration.model().blocks()
                    * (configuration.model().kind().attention() && configuration.model().kind().mlp() ? 2 : 1));
        }
    }

    private static RunDirectory finished(String network) throws IOException {
        RunDirectory known = FINISHED.get(network);
        if (known != null) {
            return known;
        }
        RunDirectory run = TinyRun.create(runs, configuration(network));
        TinyRun.finish(run);
        FINISHED.put(network, run);
        return run;
    }

    private static RunConfiguration configuration(String network) {
        RunConfiguration tiny = TinyRun.configuration(STEPS);
        Map<Setting<?>, String> typed = new HashMap<>();
        Settings.offered().forEach(setting -> typed.put(setting, setting.text(tiny)));
        for (String each : network.split(",")) {
            typed.put(Settings.all().stream().filter(setting -> setting.name().equals(each.split("=")[0])).findFirst()
                    .orElseThrow(), each.split("=")[1]);
        }
        return TypedSettings.of(typed, Setting::name).configurations().getFirst();
    }

    private static List<Object> tensors(Checkpoint checkpoint) {
        return List.of(checkpoint.parameters(), checkpoint.firstMoments(), checkpoint.secondMoments());
    }

    private static List<String> numbers(RunDirectory run) throws IOException {
        return run.history().evaluations().stream().map(evaluation -> EvaluationLine.write(evaluation)
                .without(List.of("wallMillis", "stepsPerSecond")).toString()).toList();
    }
}
