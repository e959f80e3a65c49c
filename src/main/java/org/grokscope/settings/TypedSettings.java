package org.grokscope.settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.grokscope.settings.Setting.Trait;
import org.grokscope.text.InvalidSetting;
import org.grokscope.text.TypedNumber;

/**
 * Settings as a person typed them: the configurations that come of them, or what is wrong with each.
 *
 * @param configurations one, or one for each of several values; empty while anything is wrong
 * @param problems a sentence for each setting that is wrong, in the order of the table
 */
public record TypedSettings(List<RunConfiguration> configurations, Map<Setting<?>, String> problems) {
    public TypedSettings {
        configurations = List.copyOf(configurations);
    }

    /**
     * Reads what was typed; a setting for which nothing was typed has its default.
     *
     * @param called what a sentence calls a setting, for example {@code --batch}
     */
    public static TypedSettings of(Map<Setting<?>, String> typed, Function<Setting<?>, String> called) {
        Map<Setting<?>, String> unread = new LinkedHashMap<>();
        List<SettingValues> read = List.of(SettingValues.PAPER);
        for (Setting<?> setting : Settings.all()) {
            String text = typed.getOrDefault(setting, "").strip();
            if (text.isEmpty() && (!setting.unless().isEmpty() || !typed.containsKey(setting))) {
                continue;
            }
            try {
                read = with(read, setting, text);
            } catch (InvalidSetting refused) {
                unread.put(setting, String.valueOf(refused.getMessage()));
            } catch (IllegalArgumentException notReadable) {
                unread.put(setting, sentence(setting, called.apply(setting), text));
            }
        }
        Map<Setting<?>, String> problems = new LinkedHashMap<>(unread);
        for (SettingValues values : read) {
            SettingProblems.of(values, unread.keySet()).forEach(problems::putIfAbsent);
        }
        return new TypedSettings(problems.isEmpty()
                ? read.stream().map(SettingValues::configuration).toList()
                : List.of(), problems);
    }

    private static <T> List<SettingValues> with(List<SettingValues> read, Setting<T> setting, String text) {
        List<String> parts = setting.is(Trait.SEVERAL) && !text.isEmpty() ? TypedNumber.parts(text) : List.of(text);
        List<T> values = parts.stream().map(setting.type()::parse).distinct().toList();
        if (values.isEmpty()) {
            throw new NumberFormatException(text);
        }
        List<SettingValues> all = new ArrayList<>();
        read.forEach(each -> values.forEach(value -> all.add(each.with(setting, value))));
        return all;
    }

    private static String sentence(Setting<?> setting, String called, String text) {
        String expected = setting.is(Trait.SEVERAL)
                ? setting.type().expected() + ", or several with commas between"
                : setting.type().expected();
        return text.isEmpty()
                ? called + " is missing: it takes " + expected + "."
                : called + " takes " + expected + ", not '" + text + "'.";
    }
}
