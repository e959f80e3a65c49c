package org.grokscope.workbench.newrun;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.grokscope.settings.RunConfiguration;
import org.grokscope.settings.Setting;
import org.grokscope.settings.Setting.Trait;
import org.grokscope.settings.Settings;
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
        Settings.offered().forEach(setting -> option(words, setting, runs));
        if (!runs.getFirst().name().equals(configuration.suggestedName())) {
            option(words, "--name", chosenName(runs));
        }
        option(words, "--runs", runsFolder.toString());
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

    /** Settings that are seldom chosen are said where somebody chose them. */
    private static void option(List<String> words, Setting<?> setting, List<PlannedRun> runs) {
        if (runs.stream().anyMatch(run -> !setting.silent(run.configuration()))) {
            option(words, setting.option(), runs.stream().map(run -> setting.text(run.configuration()))
                    .limit(setting.is(Trait.SEVERAL) ? runs.size() : 1).collect(Collectors.joining(",")));
        }
    }

    private static void option(List<String> words, String name, String value) {
        words.add(name);
        words.add(ShellWord.of(value));
    }
}
