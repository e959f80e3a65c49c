package org.grokscope.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.grokscope.measure.Thresholds;
import org.grokscope.run.RunDirectory;
import org.grokscope.run.RunHead;
import org.grokscope.run.RunLibrary;
import org.grokscope.settings.EvaluationSettings;
import org.grokscope.settings.ModelKind;
import org.grokscope.settings.ModelSettings;
import org.grokscope.settings.OptimizerSettings;
import org.grokscope.settings.RunConfiguration;
import org.grokscope.settings.ScheduleSettings;
import org.grokscope.settings.Seeds;
import org.grokscope.settings.TaskSettings;
import org.grokscope.settings.WeightDecaySchedule;
import org.grokscope.task.Labels;
import org.grokscope.task.Operation;
import org.grokscope.training.TinyRun;
import org.grokscope.workbench.newrun.NewRunField;
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
    void theCommandHasTheConfigurationThatItWasMadeOf(@ForAll Operation operation, @ForAll Labels labels,
            @ForAll @DoubleRange(min = 0.01, max = 0.99) @Scale(6) double trainFraction, @ForAll ModelKind kind,
            @ForAll @IntRange(min = 1, max = 4) int blocks, @ForAll @IntRange(min = 1, max = 16) int heads,
            @ForAll @IntRange(min = 1, max = 16384) int mlpWidth,
            @ForAll @DoubleRange(min = 1e-9, max = 1e9) @Scale(9) double rate,
            @ForAll @DoubleRange(max = 1e9) @Scale(9) double decay,
            @ForAll @IntRange(min = 1) int steps, @ForAll @IntRange int afterGrok, @ForAll long seed,
            @ForAll long dataSeed) {
        OptimizerSettings paper = OptimizerSettings.PAPER;
        RunConfiguration configuration = new RunConfiguration(new TaskSettings(operation, 113, trainFraction, labels),
                new ModelSettings(kind, blocks, 8 * heads, heads, mlpWidth),
                new OptimizerSettings(rate, decay, paper.beta1(), paper.beta2(), paper.epsilon(), steps),
                new ScheduleSettings(steps, afterGrok,
                        WeightDecaySchedule.parse("ceiling:" + decay + ",4000:0.5")),
                new EvaluationSettings(mlpWidth, steps), Thresholds.PAPER,
                new Seeds(seed, dataSeed));
        String command = TrainCommandLine.of(configuration.suggestedName(), configuration, Path.of("runs"));
        assertThat(configurations(parsed(List.of(command.split(" "))))).containsExactly(configuration);
    }

    @Test
    void severalSeedsHaveTheConfigurationsOfTheirRuns() {
        NewRunForm form = new NewRunForm();
        form.field(NewRunField.SEEDS).set("3, 1, -2");
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
        return new PlannedRun("A name · seed " + seed, TinyRun.configuration(10).with(new Seeds(seed, seed)));
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
        return CommandLines.grokscope().parseArgs(arguments.toArray(String[]::new)).subcommand();
    }

    private static List<RunConfiguration> configurations(ParseResult train) {
        Object options = train.commandSpec().mixins().get("configuration").userObject();
        return ((ConfigurationOptions) options).configurations();
    }

    private static List<RunHead> heads(Path runs) throws IOException {
        return new RunLibrary(runs).runs().stream().map(RunDirectory::head).toList();
    }
}
