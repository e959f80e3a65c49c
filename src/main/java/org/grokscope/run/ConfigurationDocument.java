package org.grokscope.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.grokscope.file.FileProblem;
import org.grokscope.file.Json;
import org.grokscope.file.JsonFields;
import org.grokscope.settings.Group;
import org.grokscope.settings.OptimizerSettings;
import org.grokscope.settings.RunConfiguration;
import org.grokscope.settings.Setting;
import org.grokscope.settings.Setting.Trait;
import org.grokscope.settings.SettingType;
import org.grokscope.settings.SettingValues;
import org.grokscope.settings.Settings;
import org.grokscope.settings.WeightDecaySchedule;
import org.grokscope.settings.WeightDecayTrigger;
import org.grokscope.task.SplitRule;
import org.grokscope.task.group.GroupName;
import org.grokscope.text.Labelled;

/** How a configuration stands in run.json: an object for each group, in it a field for each setting. */
public final class ConfigurationDocument {
    private ConfigurationDocument() {}

    /** Returns a configuration as it stands in run.json. */
    public static ObjectNode write(RunConfiguration configuration) {
        ObjectNode node = Json.MAPPER.createObjectNode();
        for (Group group : Group.values()) {
            node.putObject(group.key());
        }
        Settings.all().forEach(setting -> put(node, setting, configuration));
        return node;
    }

    /** Returns the part that determines the weights of every step. */
    static ObjectNode determining(RunConfiguration configuration) {
        ObjectNode node = Json.MAPPER.createObjectNode();
        Settings.all().stream()
                .filter(setting -> !setting.is(Trait.LOOKING) && !setting.equals(Settings.WEIGHT_DECAY_SCHEDULE))
                .forEach(setting -> put(node, setting, configuration));
        WeightDecaySchedule schedule = configuration.schedule().weightDecay();
        if (!schedule.changes().isEmpty()) {
            // When a milestone changes λ, so do the evaluations that show it.
            node.set("weightDecaySchedule", json(schedule));
            node.put("evaluateEvery", configuration.evaluation().evaluateEvery());
            Settings.all().stream().filter(setting -> setting.group() == Group.THRESHOLDS)
                    .forEach(setting -> put(node, setting, configuration));
        }
        return node;
    }

    /**
     * Reads a configuration that stands in a file as it does in run.json.
     *
     * @throws FileProblem when a field is missing or of the wrong kind
     * @throws org.grokscope.text.InvalidSetting when a value cannot be used
     */
    public static RunConfiguration read(JsonFields fields) throws FileProblem {
        Map<Setting<?>, Object> values = new HashMap<>();
        for (Setting<?> setting : Settings.all()) {
            JsonFields group = fields.in(setting.group().key());
            boolean absent = group.object().path(setting.key()).isMissingNode();
            // Older runs have no planned changes of λ.
            if (!absent || !(setting.is(Trait.SPARSE) || setting.type() instanceof SettingType.Changes)) {
                values.put(setting, value(group, setting.type(), setting.key()));
            }
        }
        return SettingValues.PAPER.with(values).configuration();
    }

    private static void put(ObjectNode node, Setting<?> setting, RunConfiguration configuration) {
        if (!setting.is(Trait.SPARSE) || !setting.usual(configuration)) {
            node.withObjectProperty(setting.group().key()).set(setting.key(), json(setting, configuration));
        }
    }

    private static <T> JsonNode json(Setting<T> setting, RunConfiguration configuration) {
        T value = setting.of(configuration);
        boolean word = setting.type() instanceof SettingType.Batch && value.equals(OptimizerSettings.FULL);
        return word ? TextNode.valueOf(setting.type().text(value)) : json(value);
    }

    private static JsonNode json(Object value) {
        return switch (value) {
            case WeightDecaySchedule schedule -> changes(schedule);
            case Labelled choice -> TextNode.valueOf(choice.label());
            case SplitRule split -> TextNode.valueOf(split.text());
            case GroupName group -> TextNode.valueOf(group.text());
            default -> Json.MAPPER.valueToTree(value);
        };
    }

    private static Object value(JsonFields group, SettingType<?> type, String key) throws FileProblem {
        return switch (type) {
            case SettingType.Whole _ -> group.integer(key);
            case SettingType.Batch batch -> group.object().path(key).isTextual()
                    ? parsed(group, batch, key)
                    : group.integer(key);
            case SettingType.Seed _ -> group.longInteger(key);
            case SettingType.Real _ -> group.number(key);
            case SettingType.OneOf<?> choices -> parsed(group, choices, key);
            case SettingType.Changes _ -> changes(group, key);
            case SettingType.Written<?> texts -> parsed(group, texts, key);
        };
    }

    private static Object parsed(JsonFields group, SettingType<?> choices, String key) throws FileProblem {
        try {
            return choices.parse(group.text(key));
        } catch (IllegalArgumentException e) {
            throw group.wrong(key, choices.expected());
        }
    }

    private static JsonNode changes(WeightDecaySchedule schedule) {
        ArrayNode array = Json.MAPPER.createArrayNode();
        schedule.changes().forEach(change -> array.addObject().put("at", change.trigger().key()).put("weightDecay",
                change.weightDecay()));
        return array;
    }

    private static WeightDecaySchedule changes(JsonFields schedule, String key) throws FileProblem {
        List<WeightDecaySchedule.Change> changes = new ArrayList<>();
        for (JsonNode node : schedule.object().path(key)) {
            JsonFields change = new JsonFields(schedule.file(), node);
            changes.add(new WeightDecaySchedule.Change(WeightDecayTrigger.of(change.text("at")),
                    change.number("weightDecay")));
        }
        return new WeightDecaySchedule(changes);
    }
}
