package org.grokscope.settings;

import java.util.HashMap;
import java.util.Map;
import org.grokscope.measure.Thresholds;

/**
 * Values of settings, not yet checked. A setting without a value here has its default.
 */
public final class SettingValues {
    /** Nothing is chosen: the paper's values. */
    public static final SettingValues PAPER = new SettingValues(Map.of());

    private final Map<Setting<?>, Object> chosen;

    private SettingValues(Map<Setting<?>, Object> chosen) {
        this.chosen = chosen;
    }

    /** Returns all values of a configuration. */
    public static SettingValues of(RunConfiguration configuration) {
        Map<Setting<?>, Object> all = new HashMap<>();
        Settings.all().forEach(setting -> all.put(setting, setting.of(configuration)));
        return new SettingValues(all);
    }

    /** Returns these values with another one. */
    public <T> SettingValues with(Setting<T> setting, T value) {
        Map<Setting<?>, Object> other = new HashMap<>(chosen);
        other.put(setting, value);
        return new SettingValues(other);
    }

    /** Returns these values with others, each of its setting's type. */
    public SettingValues with(Map<Setting<?>, Object> others) {
        Map<Setting<?>, Object> all = new HashMap<>(chosen);
        all.putAll(others);
        return new SettingValues(all);
    }

    /** Returns a setting's value. */
    public <T> T get(Setting<T> setting) {
        Object value = chosen.get(setting);
        return value == null ? setting.fallback().apply(this) : setting.type().values().cast(value);
    }

    /**
     * Returns the configuration that has these values.
     *
     * @throws org.grokscope.text.InvalidSetting when one of them cannot be used
     */
    public RunConfiguration configuration() {
        return new RunConfiguration(TaskSettings.of(this), ModelSettings.of(this), OptimizerSettings.of(this),
                ScheduleSettings.of(this), EvaluationSettings.of(this),
                new Thresholds(get(Settings.MEMORISED_ACCURACY), get(Settings.CEILING_FSD),
                        get(Settings.RESTRICTED_LOSS), get(Settings.GROKKED_ACCURACY),
                        get(Settings.DESTABILISED_ACCURACY)),
                new Seeds(get(Settings.SEED), get(Settings.DATA_SEED)));
    }
}
