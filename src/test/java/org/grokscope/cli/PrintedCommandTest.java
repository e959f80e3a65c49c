package org.grokscope.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import javafx.beans.property.SimpleObjectProperty;
import org.grokscope.run.RunDirectory;
import org.grokscope.run.RunHead;
import org.grokscope.run.RunLibrary;
import org.grokscope.settings.SettingValues;
import org.grokscope.settings.ModelKind;
import org.grokscope.settings.RunConfiguration;
import org.grokscope.settings.Settings;
import org.grokscope.settings.WeightDecaySchedule;
import org.grokscope.task.Labels;
import org.grokscope.task.Operation;
import org.grokscope.training.TinyRun;
import org.grokscope.workbench.newrun.NewRunForm;
import org.grokscope.workbench.newrun.PlannedRun;
import org.grokscope.workbench.newrun.TrainCommandLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.ParseResult;

/** What the workbench copies as a command line makes the same runs when it is typed into a terminal. */
class PrintedCommandTest {
    @TempDir
    Path folder;

    @Property(tries = 400)
    void theCommandHasTheConfigurationThatItWasMadeOf(@ForAll @IntRange(max = 8) int operation,
            @ForAll Labels labels,
            @ForAll @DoubleRange(min = 0.01, max = 0.99) @Scale(6) double trainFraction, @ForAll ModelKind kind,
            @ForAll @IntRange(min = 1, max = 4) int blocks, @ForAll @IntRange(min = 1, max = 16) int heads,
            @ForAll @IntRange(min = 1, max = 16384) int mlpWidth,
            @ForAll @DoubleRange(min = 1e-9, max = 1e9) @Scale(9) double rate,
            @ForAll @DoubleRange(max = 1e9) @Scale(9) double decay,
            @ForAll @IntRange(min = 1) int steps, @ForAll @IntRange int afterGrok, @ForAll long seed,
            @ForAll long dataSeed) {
        RunConfiguration configuration = SettingValues.PAPER.with(Settings.OPERATION, Operation.values()[operation])
                .with(Settings.P, 113).with(Settings.TRAIN_FRACTION, trainFraction).with(Settings.LABELS, labels)
                .with(Settings.KIND, kind).with(Settings.BLOCKS, blocks).with(Settings.WIDTH, 8 * heads)
                .with(Settings.HEADS, heads).with(Settings.MLP_WIDTH, mlpWidth).with(Settings.LEARNING_RATE, rate)
                .with(Settings.WEIGHT_DECAY, decay).with(Settings.BETA1, 1 - trainFraction)
                .with(Settings.BETA2, trainFraction).with(Settings.EPSILON, rate).with(Settings.BATCH, steps)
                .with(Settings.STEPS, steps).with(Settings.STOP_AFTER_GROK, afterGrok)
                .with(Settings.WEIGHT_DECAY_SCHEDULE, WeightDecaySchedule.parse("ceiling:" + decay + ",4000:0.5"))
                .with(Settings.EVALUATE_EVERY, mlpWidth).with(Settings.CHECKPOINT_EVERY, steps)
                .with(Settings.SEED, seed).with(Settings.DATA_SEED, dataSeed).configuration();
        String command = TrainCommandLine.of(configuration.suggestedName(), configuration, Path.of("runs"));
        assertThat(configurations(parsed(List.of(command.split(" "))))).containsExactly(configuration);
    }

    @Test
    void severalSeedsHaveTheConfigurationsOfTheirRuns() {
        NewRunForm form = new NewRunForm(new SimpleObjectProperty<>(Optional.empty()));
        form.field(Settings.SEED).set("3, 1, -2");
        List<PlannedRun> runs = form.plan().getValue().runs();
        String command = TrainCommandLine.of(runs, Path.of("runs"));
        assertThat(configurations(parsed(List.of(command.split(" "))))).hasSize(3)
                .isEqualTo(runs.stream().map(PlannedRun::configuration).toList());
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void theCommandTrainsARunOfTheSameNameAndConfiguration() throws IOException, InterruptedException {
        RunConfiguration configuration = TinyRun.configuration(10);
        Path runs = folder.resolve("it's a \"folder\"");
        Call call = Call.grokscope(typed(TrainCommandLine.of("it's $HOME", configuration, runs)).toArray());
        assertThat(call.exitCode()).isZero();
        assertThat(heads(runs)).extracting(RunHead::name, RunHead::configuration)
                .containsExactly(tuple("it's $HOME", configuration));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void theCommandForSeveralSeedsTrainsRunsOfTheSameNames() throws IOException, InterruptedException {
        List<PlannedRun> planned = List.of(planned(1), planned(2));
        Call call = Call.grokscope(typed(TrainCommandLine.of(planned, folder)).toArray());
        assertThat(call.exitCode()).isZero();
        assertThat(heads(folder)).extracting(head -> new PlannedRun(head.name(), head.configuration()))
                .containsExactlyElementsOf(planned);
    }

    @ParameterizedTest
    @ValueSource(strings = {"two  spaces", "it's", "\"quoted\"", "'", "''", "\\", "$HOME", "`date`", "a;b|c&d>e", "*",
            "~", "!1", "#1", "λ = 2 · fork", "{a,b}", "-", "-1", "@names", "a=b", "%p"})
    @DisabledOnOs(OS.WINDOWS)
    void aNameSurvivesTheShell(String name) throws IOException, InterruptedException {
        String command = TrainCommandLine.of(name, RunConfiguration.PAPER, Path.of("runs"));
        assertThat(parsed(typed(command)).<String>matchedOptionValue("--name", "")).isEqualTo(name);
    }

    private static PlannedRun planned(long seed) {
        return new PlannedRun("A name · seed " + seed, TinyRun.configuration(10).withSeed(seed));
    }

    /** Returns the words after the program's name, as a shell hands them over. */
    private static List<String> typed(String command) throws IOException, InterruptedException {
        Process shell = new ProcessBuilder("sh", "-c", "grokscope() { printf '%s\\0' \"$@\"; }\n" + command)
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String words = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(shell.waitFor()).isZero();
        return List.of(words.split("\0"));
    }

    private static ParseResult parsed(List<String> words) {
        List<String> arguments = words.getFirst().equals("grokscope") ? words.subList(1, words.size()) : words;
        String[] typed = arguments.toArray(String[]::new);
        return CommandLines.grokscope(typed).parseArgs(typed).subcommand();
    }

    private static List<RunConfiguration> configurations(ParseResult train) {
        Object options = train.commandSpec().mixins().get("configuration").userObject();
        return ((ConfigurationOptions) options).configurations();
    }

    private static List<RunHead> heads(Path runs) throws IOException {
        return new RunLibrary(runs).runs().stream().map(RunDirectory::head).toList();
    }
}
