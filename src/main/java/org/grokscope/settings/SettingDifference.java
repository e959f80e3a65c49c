package org.grokscope.settings;

import java.util.ArrayList;
import java.util.List;
import org.grokscope.settings.Setting.Trait;

/**
 * A setting in which configurations differ.
 *
 * @param setting what people call it
 * @param determining whether it changes a run's numbers, and not only how long or how often one looks
 * @param values as text, one for each configuration; empty where there is none
 */
public record SettingDifference(String setting, boolean determining, List<String> values) {
    public SettingDifference {
        values = List.copyOf(values);
    }

    /** Returns the settings in which some configurations differ, but for those that nobody chose, as a data seed that is each run's seed. */
    public static List<SettingDifference> of(List<RunConfiguration> configurations) {
        List<SettingDifference> differences = new ArrayList<>();
        for (Setting<?> setting : Settings.foremostFirst()) {
            List<String> values = configurations.stream().map(setting::said).toList();
            if (values.stream().distinct().count() > 1 && !configurations.stream().allMatch(setting::usual)) {
                differences.add(new SettingDifference(setting.symbol(), !setting.is(Trait.LOOKING), values));
            }
        }
        return List.copyOf(differences);
    }

    /** Says the value of one configuration so that it stands alone, for example {@code p 97} or {@code mlp-only}. */
    public String phrase(int configuration) {
        String value = values.get(configuration);
        if (value.isEmpty()) {
            return "no " + setting;
        }
        return Character.isLetter(value.charAt(0)) ? value : setting + " " + value;
    }
}
