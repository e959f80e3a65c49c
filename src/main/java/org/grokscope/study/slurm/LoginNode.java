package org.grokscope.study.slurm;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.grokscope.file.FileProblem;
import org.grokscope.text.ShellWord;

/**
 * Where Slurm's commands are: this machine, or one that the system's ssh reaches. Keys, jump hosts and second factors are the
 * person's own.
 *
 * @param host as ssh takes it; empty for this machine
 */
public record LoginNode(Optional<String> host) {
    private static final int SSH_FAILED = 255;
    private static final int NOT_FOUND = 127;
    /** How Slurm's commands begin what they say: {@code sbatch: error: }. */
    private static final Pattern LABEL = Pattern.compile("^[a-z]+: (error: )?");

    /**
     * What a command printed.
     *
     * @param exitCode 0 for success
     * @param out its results
     * @param problem what it said of problems, in one line; empty for none
     */
    record Answer(int exitCode, String out, String problem) {}

    /** Returns the words that are run here for a command there. */
    List<String> words(List<String> command) {
        if (host.isEmpty()) {
            return command;
        }
        return List.of("ssh", "-o", "BatchMode=no", host.get(),
                command.stream().map(ShellWord::of).collect(Collectors.joining(" ")));
    }

    /**
     * Runs a command to its end.
     *
     * @throws FileProblem when it is not there, or the machine cannot be reached
     */
    Answer run(List<String> command) throws IOException, InterruptedException {
        Path said = Files.createTempFile("grokscope-", ".said");
        try {
            Process process = start(command, said);
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int exitCode = process.waitFor();
            String problem = Files.readAllLines(said, StandardCharsets.UTF_8).stream().filter(line -> !line.isBlank())
                    .map(line -> LABEL.matcher(line.strip()).replaceFirst("")).distinct()
                    .collect(Collectors.joining("; "));
            if (host.isPresent() && exitCode == SSH_FAILED) {
                throw new FileProblem("ssh does not reach " + host.get()
                        + (problem.isEmpty() ? "." : " (" + problem + ")."));
            }
            if (host.isPresent() && exitCode == NOT_FOUND) {
                throw missing(command);
            }
            return new Answer(exitCode, out, problem);
        } finally {
            Files.deleteIfExists(said);
        }
    }

    private Process start(List<String> command, Path said) throws FileProblem {
        List<String> words = new ArrayList<>(words(command));
        try {
            ProcessBuilder builder = new ProcessBuilder(words).redirectError(said.toFile());
            // A packaged program's launcher takes this for its own sign; tasks would inherit it, too, and not start.
            builder.environment().remove("_JPACKAGE_LAUNCHER");
            Process process = builder.start();
            // It would take what is typed for the table of watch; ssh asks its questions on the terminal itself.
            process.getOutputStream().close();
            return process;
        } catch (IOException notThere) {
            if (host.isPresent()) {
                throw new FileProblem("There is no ssh on this machine.", notThere);
            }
            throw missing(command);
        }
    }

    private FileProblem missing(List<String> command) {
        String name = command.getFirst();
        return new FileProblem(host.map(it -> "There is no " + name + " on " + it + ".")
                .orElse("There is no " + name + " on this machine; --host names one that has Slurm."));
    }
}
