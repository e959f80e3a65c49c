package org.grokscope.workbench.newrun;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.grokscope.settings.EvaluationSettings;
import org.grokscope.settings.ModelSettings;
import org.grokscope.settings.OptimizerSettings;
import org.grokscope.settings.RunConfiguration;
import org.grokscope.settings.Seeds;
import org.grokscope.task.Labels;
import org.grokscope.text.NumberText;
import org.grokscope.text.ShellWord;

/** The command line that makes the same runs without a window. */
public final class TrainCommandLine {
    private TrainCommandLine() {}

    /** Returns the command for one run. */
    public static String of(String name, RunConfiguration configuration, Path runsFolder) {
        return of(List.of(new PlannedRun(name, configuration)), runsFolder);
    }

    /** Returns the command for runs that differ in nothing but their seed; at least one. */
    public static String of(List<PlannedRun> runs, Path runsFolder) {
        RunConfiguration configuration = runs.getFirst().configuration();
        List<String> words = new ArrayList<>(List.of("grokscope", "train"));
        option(words, "operation", configuration.task().operation().label());
        option(words, "p", Integer.toString(configuration.task().p()));
        option(words, "train-fraction", NumberText.setting(configuration.task().trainFraction()));
        if (configuration.task().labels() != Labels.TRUE) {
            option(words, "labels", configuration.task().labels().label());
        }
        network(words, configuration.model());
        OptimizerSettings optimizer = configuration.optimizer();
        option(words, "weight-decay", NumberText.setting(optimizer.weightDecay()));
        String schedule = configuration.schedule().weightDecay().text();
        if (!schedule.isEmpty()) {
            option(words, "weight-decay-schedule", schedule);
        }
        option(words, "learning-rate", NumberText.setting(optimizer.learningRate()));
        option(words, "batch", Integer.toString(optimizer.batch()));
        option(words, "steps", Integer.toString(configuration.schedule().steps()));
        if (configuration.schedule().stopAfterGrok() > 0) {
            option(words, "stop-after-grok", Integer.toString(configuration.schedule().stopAfterGrok()));
        }
        EvaluationSettings evaluation = configuration.evaluation();
        option(words, "eval-every", Integer.toString(evaluation.evaluateEvery()));
        option(words, "checkpoint-every", Integer.toString(evaluation.checkpointEvery()));
        option(words, "seed", runs.stream().map(run -> Long.toString(run.configuration().seeds().seed()))
                .collect(Collectors.joining(",")));
        if (runs.stream().map(run -> run.configuration().seeds()).anyMatch(TrainCommandLine::ownOrder)) {
            option(words, "data-seed", Long.toString(configuration.seeds().dataSeed()));
        }
        if (!runs.getFirst().name().equals(configuration.suggestedName())) {
            option(words, "name", chosenName(runs));
        }
        option(words, "runs", runsFolder.toString());
        return String.join(" ", words);
    }

    /** The command line adds the seed itself where there are several. */
    private static String chosenName(List<PlannedRun> runs) {
        PlannedRun first = runs.getFirst();
        String seed = " \u00b7 seed " + first.configuration().seeds().seed();
        return runs.size() > 1 && first.name().endsWith(seed)
                ? first.name().substring(0, first.name().length() - seed.length())
                : first.name();
    }

    private static boolean ownOrder(Seeds seeds) {
        return seeds.dataSeed() != seeds.seed();
    }

    private static void network(List<String> words, ModelSettings model) {
        option(words, "kind", model.kind().label());
        option(words, "blocks", Integer.toString(model.blocks()));
        ModelSettings paper = ModelSettings.PAPER;
        if (model.width() != paper.width()) {
            option(words, "width", Integer.toString(model.width()));
        }
        if (model.heads() != paper.heads()) {
            option(words, "heads", Integer.toString(model.heads()));
        }
        if (model.mlpWidth() != paper.mlpWidth()) {
            option(words, "mlp-width", Integer.toString(model.mlpWidth()));
        }
    }

    private static void option(List<String> words, String name, String value) {
        words.add("--" + name);
        words.add(ShellWord.of(value));
    }
}
