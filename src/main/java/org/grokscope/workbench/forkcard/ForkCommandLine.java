package org.grokscope.workbench.forkcard;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.grokscope.run.ForkRequest;
import org.grokscope.run.Lineage;
import org.grokscope.run.RunHead;
import org.grokscope.settings.RunConfiguration;
import org.grokscope.text.NumberText;
import org.grokscope.text.ShellWord;

/** The command line that makes the same branches without a window. */
public final class ForkCommandLine {
    private ForkCommandLine() {}

    /** Returns the command for a request. */
    public static String of(String parent, ForkRequest request, Path runsFolder) {
        List<String> words = new ArrayList<>(List.of("grokscope", "fork", ShellWord.of(parent), "--at",
                Integer.toString(request.step())));
        if (!request.weightDecays().isEmpty()) {
            words.add("--weight-decay");
            words.add(request.weightDecays().stream().map(NumberText::setting).collect(Collectors.joining(",")));
        }
        words.addAll(List.of("--draws", Integer.toString(request.draws())));
        request.learningRate().ifPresent(rate -> words.addAll(List.of("--learning-rate", NumberText.setting(rate))));
        request.steps().ifPresent(steps -> words.addAll(List.of("--steps", Integer.toString(steps))));
        request.stopAfterGrok()
                .ifPresent(after -> words.addAll(List.of("--stop-after-grok", Integer.toString(after))));
        if (!request.control()) {
            words.add("--no-control");
        }
        words.addAll(List.of("--runs", ShellWord.of(runsFolder.toString())));
        return String.join(" ", words);
    }

    /** Returns the command that makes a fork again; one of a later draw comes with the draws before it. */
    public static String of(RunHead fork, Lineage lineage, Path runsFolder) {
        RunConfiguration configuration = fork.configuration();
        List<String> words = new ArrayList<>(List.of("grokscope", "fork", ShellWord.of(lineage.parent()), "--at",
                Integer.toString(lineage.step()), "--weight-decay",
                NumberText.setting(configuration.optimizer().weightDecay()), "--draws",
                Integer.toString(Math.max(1, lineage.draw()))));
        if (lineage.changes().contains("learningRate")) {
            words.addAll(List.of("--learning-rate", NumberText.setting(configuration.optimizer().learningRate())));
        }
        words.addAll(List.of("--steps", Integer.toString(configuration.schedule().steps()), "--stop-after-grok",
                Integer.toString(configuration.schedule().stopAfterGrok()), "--no-control", "--runs",
                ShellWord.of(runsFolder.toString())));
        return String.join(" ", words);
    }
}
