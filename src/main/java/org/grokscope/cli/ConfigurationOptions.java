package org.grokscope.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.grokscope.run.Preset;
import org.grokscope.settings.RunConfiguration;
import org.grokscope.settings.Setting;
import org.grokscope.settings.Setting.Trait;
import org.grokscope.settings.SettingType;
import org.grokscope.settings.Settings;
import org.grokscope.settings.TypedSettings;
import org.grokscope.text.InvalidSetting;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options that configure a run: one for each row of the table of settings, with the paper's defaults. */
final class ConfigurationOptions {
    private final Map<Setting<?>, String> typed = new LinkedHashMap<>();

    @Option(names = "--preset", paramLabel = "NAME", description = "the settings of a published experiment: paper, nanda, power or omnigrok; what stands beside it comes before them; default: paper")
    private String preset = "paper";

    @Spec
    void spec(CommandSpec spec) {
        Settings.offered().forEach(setting -> spec.addOption(option(setting)));
    }

    private OptionSpec option(Setting<?> setting) {
        OptionSpec.Builder option = OptionSpec.builder(setting.option()).paramLabel(setting.placeholder())
                .description(description(setting)).setter(new ISetter() {
                    @Override
                    public <T> @Nullable T set(@Nullable T value) {
                        type(setting, value);
                        return null;
                    }
                });
        return setting.is(Trait.SEVERAL)
                ? option.type(List.class).auxiliaryTypes(String.class).splitRegex(",").build()
                : option.type(String.class).build();
    }

    private static String description(Setting<?> setting) {
        String choices = setting.type() instanceof SettingType.OneOf<?> some ? some.expected() + ": " : "";
        return choices + setting.help() + setting.detail() + "; default: "
                + (setting.unless().isEmpty() ? setting.first() : setting.unless());
    }

    private void type(Setting<?> setting, @Nullable Object value) {
        switch (value) {
            case null -> typed.remove(setting);
            case List<?> several -> typed.put(setting, several.stream().map(String::valueOf)
                    .collect(Collectors.joining(",")));
            default -> typed.put(setting, value.toString());
        }
    }

    /** Returns what was typed, by setting. */
    Map<Setting<?>, String> typed() {
        return Map.copyOf(typed);
    }

    /**
     * Returns one configuration a seed.
     *
     * @throws InvalidSetting when a value cannot be used
     */
    List<RunConfiguration> configurations() {
        Map<Setting<?>, String> all = new LinkedHashMap<>(Preset.of(preset).typed());
        if (typed.containsKey(Settings.GROUP)) {
            all.keySet().removeAll(Set.of(Settings.OPERATION, Settings.P));
        }
        all.putAll(typed);
        TypedSettings read = TypedSettings.of(all, Setting::option);
        read.problems().entrySet().stream().findFirst().ifPresent(problem -> {
            throw new InvalidSetting(problem.getKey().name(), problem.getValue());
        });
        return read.configurations();
    }
}
