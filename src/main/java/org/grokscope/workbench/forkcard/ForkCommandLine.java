package org.grokscope.workbench.forkcard;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.grokscope.run.ForkInterventions;
import org.grokscope.run.ForkRequest;
import org.grokscope.run.ForkSettings;
import org.grokscope.run.Lineage;
import org.grokscope.run.RunHead;
import org.grokscope.settings.RunConfiguration;
import org.grokscope.settings.Settings;
import org.grokscope.text.NumberText;
import org.grokscope.text.ShellWord;
import org.grokscope.weights.Intervention;

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
        ForkSettings settings = request.settings();
        settings.learningRate().ifPresent(rate -> words.addAll(List.of("--learning-rate", NumberText.setting(rate))));
        settings.beta2().ifPresent(beta -> words.addAll(List.of("--beta2", NumberText.setting(beta))));
        settings.batch().ifPresent(batch -> words.addAll(List.of("--batch", Settings.BATCH.type().text(batch))));
        settings.dataSeed().ifPresent(seed -> words.addAll(List.of("--data-seed", Long.toString(seed))));
        request.steps().ifPresent(steps -> words.addAll(List.of("--steps", Integer.toString(steps))));
        request.stopAfterGrok()
                .ifPresent(after -> words.addAll(List.of("--stop-after-grok", Integer.toString(after))));
        if (!request.control()) {
            words.add("--no-control");
        }
        ForkInterventions interventions = request.interventions();
        words.addAll(options(interventions.wanted()));
        if (!interventions.wanted().isEmpty() && !interventions.sham()) {
            words.add("--no-sham");
        }
        interventions.seed().ifPresent(seed -> words.addAll(List.of("--sham-seed", Long.toString(seed))));
        words.addAll(List.of("--runs", ShellWord.of(runsFolder.toString())));
        return String.join(" ", words);
    }

    /** Returns the command that makes a fork again; one of a later draw comes with the draws before it. */
    public static String of(RunHead fork, Lineage lineage, Path runsFolder) {
        RunConfiguration configuration = fork.configuration();
        int draws = Math.max(1, lineage.draw());
        List<String> words = new ArrayList<>(List.of("grokscope", "fork", ShellWord.of(lineage.parent()), "--at",
                Integer.toString(lineage.step()), "--weight-decay",
                NumberText.setting(configuration.optimizer().weightDecay()), "--draws",
                Integer.toString(draws)));
        changed(words, lineage, configuration);
        words.addAll(options(lineage.interventions().own()));
        if (!lineage.interventions().own().isEmpty()) {
            words.add("--no-sham");
        }
        words.addAll(List.of("--steps", Integer.toString(configuration.schedule().steps()), "--stop-after-grok",
                Integer.toString(configuration.schedule().stopAfterGrok()), "--no-control", "--runs",
                ShellWord.of(runsFolder.toString())));
        return String.join(" ", words);
    }

    /** The settings of a fork that differ from its parent's, but for what its draw says. */
    private static void changed(List<String> words, Lineage lineage, RunConfiguration configuration) {
        Stream.of(Settings.LEARNING_RATE, Settings.BETA2, Settings.BATCH, Settings.DATA_SEED)
                .filter(setting -> lineage.changes().contains(setting.name()))
                .filter(setting -> !setting.equals(Settings.DATA_SEED) || lineage.draw() == 0)
                .forEach(setting -> words.addAll(List.of(setting.option(), setting.text(configuration))));
    }

    private static List<String> options(List<Intervention> interventions) {
        List<String> words = new ArrayList<>();
        for (Intervention it : interventions) {
            if (it instanceof Intervention.Transplant transplant) {
                words.addAll(List.of("--transplant", ShellWord.of(transplant.part().name()), "--from",
                        ShellWord.of(transplant.run() + "@" + transplant.step())));
            } else {
                String[] parts = it.text().split(" ", 2);
                words.add("--" + parts[0]);
                if (parts.length > 1) {
                    words.add(ShellWord.of(parts[1]));
                }
            }
        }
        return words;
    }
}
