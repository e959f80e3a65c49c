package org.grokscope.settings;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What is wrong with the values of all settings together. */
final class SettingProblems {
    private SettingProblems() {}

    /**
     * Says what is wrong, a sentence for each setting that is. Each is checked by itself; in view of others only where
     * those are right.
     *
     * @param unread settings that have no value because what was typed could not be read
     */
    static Map<Setting<?>, String> of(SettingValues values, Collection<Setting<?>> unread) {
        Map<Setting<?>, String> problems = new LinkedHashMap<>();
        for (Setting<?> setting : Settings.all()) {
            if (!unread.contains(setting)) {
                setting.problem(values).ifPresent(sentence -> problems.put(setting, sentence));
            }
        }
        Set<Setting<?>> wrong = Set.copyOf(Stream.concat(unread.stream(), problems.keySet().stream()).distinct()
                .toList());
        for (Setting<?> setting : Settings.all()) {
            if (!wrong.contains(setting)) {
                setting.problem(values, wrong::contains).ifPresent(sentence -> problems.put(setting, sentence));
            }
        }
        return problems;
    }
}
