package org.grokscope.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.grokscope.text.PlainNumber;

/**
 * A setting in which configurations differ.
 *
 * @param setting what people call it
 * @param determining whether it changes a run's numbers, and not only how long or how often one looks
 * @param values as text, one for each configuration; empty where there is none
 */
public record SettingDifference(String setting, boolean determining, List<String> values) {
    private record Setting(String name, boolean determining, Function<RunConfiguration, String> text) {}

    /** Every setting there is, those first that people speak of most. */
    private static final List<Setting> SETTINGS = List.of(
            determining("operation", it -> it.task().operation().label()),
            determining("p", it -> Integer.toString(it.task().p())),
            determining("labels", it -> it.task().labels().label() + " labels"),
            determining("network", it -> it.model().kind().label()),
            determining("blocks", it -> Integer.toString(it.model().blocks())),
            determining("\u03bb", it -> PlainNumber.of(it.optimizer().weightDecay())),
            determining("\u03bb schedule", it -> it.schedule().weightDecay().text()),
            determining("seed", it -> Long.toString(it.seeds().seed())),
            determining("data seed", it -> Long.toString(it.seeds().dataSeed())),
            determining("train fraction", it -> PlainNumber.of(it.task().trainFraction())),
            determining("width", it -> Integer.toString(it.model().width())),
            determining("heads", it -> Integer.toString(it.model().heads())),
            determining("MLP width", it -> Integer.toString(it.model().mlpWidth())),
            determining("learning rate", it -> PlainNumber.of(it.optimizer().learningRate())),
            determining("batch", it -> Integer.toString(it.optimizer().batch())),
            determining("\u03b2\u2081", it -> PlainNumber.of(it.optimizer().beta1())),
            determining("\u03b2\u2082", it -> PlainNumber.of(it.optimizer().beta2())),
            determining("\u03b5", it -> PlainNumber.of(it.optimizer().epsilon())),
            looking("last step", it -> count(it.schedule().steps())),
            looking("stop after grok", it -> it.schedule().stopAfterGrok() == 0
                    ? ""
                    : count(it.schedule().stopAfterGrok())),
            looking("evaluated every", it -> count(it.evaluation().evaluateEvery())),
            looking("checkpoint every", it -> count(it.evaluation().checkpointEvery())),
            looking("memorised at", it -> PlainNumber.of(it.thresholds().memorisedAccuracy())),
            looking("FSD ceiling at", it -> PlainNumber.of(it.thresholds().ceilingFsd())),
            looking("restricted sync at", it -> PlainNumber.of(it.thresholds().restrictedLoss())),
            looking("grokked at accuracy", it -> PlainNumber.of(it.thresholds().grokkedAccuracy())),
            looking("destabilised under", it -> PlainNumber.of(it.thresholds().destabilisedAccuracy())));

    public SettingDifference {
        values = List.copyOf(values);
    }

    /** Returns the settings in which some configurations differ. A data seed that is each run's seed is no other setting. */
    public static List<SettingDifference> of(List<RunConfiguration> configurations) {
        boolean ownOrder = configurations.stream().map(RunConfiguration::seeds)
                .anyMatch(seeds -> seeds.seed() != seeds.dataSeed());
        List<SettingDifference> differences = new ArrayList<>();
        for (Setting setting : SETTINGS) {
            List<String> values = configurations.stream().map(setting.text()).toList();
            if (values.stream().distinct().count() > 1 && (ownOrder || !setting.name().equals("data seed"))) {
                differences.add(new SettingDifference(setting.name(), setting.determining(), values));
            }
        }
        return List.copyOf(differences);
    }

    /** Returns how many settings are compared. */
    static int settings() {
        return SETTINGS.size();
    }

    /** Says the value of one configuration so that it stands alone, for example {@code p 97} or {@code mlp-only}. */
    public String phrase(int configuration) {
        String value = values.get(configuration);
        if (value.isEmpty()) {
            return "no " + setting;
        }
        return Character.isLetter(value.charAt(0)) ? value : setting + " " + value;
    }

    private static String count(int number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static Setting determining(String name, Function<RunConfiguration, String> text) {
        return new Setting(name, true, text);
    }

    private static Setting looking(String name, Function<RunConfiguration, String> text) {
        return new Setting(name, false, text);
    }
}
