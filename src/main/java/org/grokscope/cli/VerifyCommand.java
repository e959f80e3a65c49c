package org.grokscope.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.grokscope.run.LogCheck;
import org.grokscope.run.RunDirectory;
import org.grokscope.run.RunHistory;
import org.grokscope.training.CheckpointCheck;
import org.grokscope.training.Compute;
import org.grokscope.training.DeviceChoice;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code grokscope verify}. */
@Command(name = "verify", mixinStandardHelpOptions = true, description = "Checks a run: run.json, logs and lineage, every checkpoint's checksum, and whether each checkpoint gives the numbers that were logged at its step. Prints a line for each problem; then the exit code is 1.")
final class VerifyCommand implements Callable<Integer> {
    @Mixin
    private RunArgument run = new RunArgument();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Override
    public Integer call() throws IOException {
        RunDirectory directory = run.find();
        RunHistory history = directory.history();
        Console console = output.console();
        List<String> findings = new ArrayList<>(LogCheck.of(directory, history));
        Compute.load(DeviceChoice.CPU, Compute.DEFAULT_THREADS);
        CheckpointCheck check = new CheckpointCheck(directory, history);
        List<Integer> steps = history.checkpoints();
        for (int step : steps) {
            console.progress(new ProgressLine("", (double) steps.indexOf(step) / steps.size(),
                    List.of("checking the checkpoint at step %,d of %,d".formatted(step, steps.getLast()))));
            findings.addAll(check.findings(step));
        }
        console.endProgress();
        tell(console, history, check.measured(), findings);
        return findings.isEmpty() ? 0 : CommandLines.FAILED;
    }

    private static void tell(Console console, RunHistory history, int measured, List<String> findings) {
        String id = history.head().id();
        int checkpoints = history.checkpoints().size();
        int evaluations = history.evaluations().size();
        if (console.json()) {
            ObjectNode result = JsonNodeFactory.instance.objectNode().put("run", id).put("evaluations", evaluations)
                    .put("checkpoints", checkpoints).put("measuredAgain", measured);
            findings.forEach(result.putArray("findings")::add);
            console.print(result);
            return;
        }
        findings.forEach(console::print);
        console.print("%s: %,d evaluations, %,d checkpoints, %,d of them measured again; %s".formatted(id, evaluations,
                checkpoints, measured, switch (findings.size()) {
                    case 0 -> "all is well.";
                    case 1 -> "one thing is wrong.";
                    default -> findings.size() + " things are wrong.";
                }));
    }
}
