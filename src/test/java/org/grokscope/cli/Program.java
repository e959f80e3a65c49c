package org.grokscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.grokscope.run.RunDirectory;

/** The real program, in processes of its own. */
public final class Program {
    private static final List<String> TINY = List.of("--p", "7", "--width", "8", "--heads", "2", "--mlp-width", "12",
            "--device", "cpu");

    private Program() {}

    /**
     * How a process ended.
     *
     * @param said what it printed, results and problems together
     */
    public record End(int exitCode, String said) {}

    /** Returns the words of the command that starts the program; its options follow. */
    public static List<String> command(Object... arguments) {
        return java(Main.class, arguments);
    }

    /** Returns the words of the command that starts a main class of the tests; its arguments follow. */
    public static List<String> java(Class<?> main, Object... arguments) {
        List<String> command = new ArrayList<>(List.of(java()));
        command.addAll(QuickStart.flags());
        command.add(main.getName());
        Arrays.stream(arguments).map(Object::toString).forEach(command::add);
        return command;
    }

    /** Returns the command of the Java that these tests run in. */
    static String java() {
        return ProcessHandle.current().info().command().orElseThrow();
    }

    /** Returns {@code train} for a run that takes a second or two: addition modulo 7 with a network of width 8. */
    public static List<String> trainTiny(Path runs, int steps, int evaluateEvery, int checkpointEvery) {
        List<String> command = command("train", "--runs", runs, "--steps", steps, "--eval-every", evaluateEvery,
                "--checkpoint-every", checkpointEvery);
        command.addAll(TINY);
        return command;
    }

    /** On a machine that is busy, threads that spin while they wait for each other take minutes for what takes seconds. */
    private static ProcessBuilder process(List<String> command) {
        ProcessBuilder process = new ProcessBuilder(command);
        process.environment().put("OMP_WAIT_POLICY", "passive");
        return process;
    }

    /** Starts a process whose words nobody hears. */
    public static Process start(List<String> command) throws IOException {
        return process(command).redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }

    /** Waits until a run that a process trains was evaluated at a step or a later one. */
    public static void awaitStep(Process process, Path run, int step) throws IOException, InterruptedException {
        while (!Files.exists(run) || RunDirectory.open(run).history().lastStep() < step) {
            assertThat(process.waitFor(5, TimeUnit.MILLISECONDS)).as("ended before step %d", step).isFalse();
        }
    }

    /** Runs a process to its end. */
    public static End run(List<String> command) throws IOException, InterruptedException {
        Process process = process(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new End(process.waitFor(), said);
    }

    /** Returns a command as a shell reads it. */
    public static String quoted(List<String> command) {
        return command.stream().map(word -> "'" + word.replace("'", "'\\''") + "'").collect(Collectors.joining(" "));
    }

    /** Returns the lines of metrics.jsonl without what differs from one time to the next. */
    public static List<String> numbers(Path run) throws IOException {
        return Files.readAllLines(run.resolve("metrics.jsonl")).stream()
                .map(line -> line.replaceAll("\"(wallMillis|stepsPerSecond)\":[^,}]*", "")).toList();
    }
}
