package org.grokscope.workbench.newrun;

import static org.grokscope.text.NumberText.count;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.grokscope.settings.RunConfiguration;
import org.grokscope.settings.Setting;
import org.grokscope.settings.TaskSettings;
import org.grokscope.settings.TypedSettings;
import org.grokscope.task.Split;

/**
 * What comes of the dialog's fields as they stand.
 *
 * @param runs one for each seed; empty while anything is wrong
 * @param problems a sentence for each field that is wrong, by the setting's name; that of the name is {@link #NAME}
 * @param summary what it amounts to, in a line; empty while that cannot be said
 */
public record Plan(List<PlannedRun> runs, Map<String, String> problems, String summary) {
    /** The field that holds what people will call the run. */
    public static final String NAME = "name";

    private static final int LONGEST_NAME = 120;

    public Plan {
        runs = List.copyOf(runs);
        problems = Map.copyOf(problems);
    }

    /**
     * Reads the fields.
     *
     * @param typed what stands in each setting's field
     * @param name what people will call the run; blank for the suggested name
     */
    static Plan of(Map<Setting<?>, String> typed, String name) {
        TypedSettings settings = TypedSettings.of(typed, Setting::label);
        Map<String, String> problems = new LinkedHashMap<>();
        settings.problems().forEach((setting, sentence) -> problems.put(setting.name(), sentence));
        if (name.length() > LONGEST_NAME) {
            problems.put(NAME, "A name has at most " + LONGEST_NAME + " characters.");
        }
        if (!problems.isEmpty()) {
            return new Plan(List.of(), problems, "");
        }
        List<RunConfiguration> configurations = settings.configurations();
        boolean several = configurations.size() > 1;
        return new Plan(configurations.stream().map(it -> new PlannedRun(name(it, name, several), it)).toList(),
                Map.of(), summary(configurations.getFirst()));
    }

    /** Returns whether it can be started. */
    public boolean ready() {
        return !runs.isEmpty();
    }

    private static String name(RunConfiguration configuration, String chosen, boolean several) {
        if (chosen.isEmpty()) {
            return configuration.suggestedName();
        }
        return several ? chosen + " \u00b7 seed " + configuration.seeds().seed() : chosen;
    }

    private static String summary(RunConfiguration configuration) {
        TaskSettings task = configuration.task();
        int train = Split.trainPairs(task.p(), task.trainFraction());
        int validation = task.p() * task.p() - train;
        String batch = train <= configuration.optimizer().batch() ? "; each step sees all of the first" : "";
        return count(train, "pair") + " to train on, " + count(validation) + " to validate with" + batch + "."
                + configuration.learnedTask().remark().map(it -> " " + it).orElse("");
    }
}
