package org.grokscope.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.grokscope.file.Json;
import org.grokscope.settings.Setting;
import org.grokscope.settings.Settings;
import org.grokscope.text.InvalidSetting;

/**
 * The settings of a published experiment, under a name. Those that come with the program stand in {@code presets.json}.
 *
 * @param name as it is typed, for example {@code nanda}
 * @param title as people call it
 * @param source where it was published, and what sets it apart
 * @param expected what its source says comes of it
 * @param typed values as they are typed; the other settings have their defaults
 */
public record Preset(String name, String title, String source, String expected, Map<Setting<?>, String> typed) {
    private static final List<Preset> ALL = read();

    public Preset {
        typed = Collections.unmodifiableMap(new LinkedHashMap<>(typed));
    }

    /** Returns all there are; the first is the one that has every default. */
    public static List<Preset> all() {
        return ALL;
    }

    /**
     * Finds a preset by its name.
     *
     * @throws InvalidSetting when there is none of that name
     */
    public static Preset of(String name) {
        return ALL.stream().filter(preset -> preset.name.equals(name)).findFirst().orElseThrow(
                () -> new InvalidSetting("preset", "--preset takes " + names() + ", not '" + name + "'."));
    }

    /** Returns all names as they stand in a sentence. */
    public static String names() {
        List<String> names = ALL.stream().map(Preset::name).toList();
        return names.stream().limit(names.size() - 1L).collect(Collectors.joining(", ")) + " or " + names.getLast();
    }

    /** Returns what stands in a dialog's field of a setting. */
    public String first(Setting<?> setting) {
        return typed.getOrDefault(setting, setting.first());
    }

    private static List<Preset> read() {
        try (InputStream in = Objects.requireNonNull(Preset.class.getResourceAsStream("presets.json"))) {
            return Json.MAPPER.readTree(in).valueStream().map(Preset::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Preset read(JsonNode node) {
        Map<Setting<?>, String> typed = new LinkedHashMap<>();
        node.get("settings").properties().forEach(entry -> typed.put(Settings.offered().stream()
                .filter(setting -> setting.name().equals(entry.getKey())).findFirst().orElseThrow(),
                entry.getValue().asText()));
        return new Preset(node.get("name").asText(), node.get("title").asText(), node.get("source").asText(),
                node.get("expected").asText(), typed);
    }
}
