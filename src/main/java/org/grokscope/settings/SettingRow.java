package org.grokscope.settings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.grokscope.settings.Setting.Rule;
import org.grokscope.settings.Setting.Trait;
import org.grokscope.text.FirstLetter;
import org.grokscope.text.InvalidSetting;

/** A row of the table as it is written: what is not said has its usual value. */
final class SettingRow<T> {
    private final SettingType<T> type;
    private final Group group;
    private final String name;
    private final Function<RunConfiguration, T> getter;
    private Function<SettingValues, T> fallback;
    private final List<Consumer<T>> checks = new ArrayList<>();
    private final List<Rule<T>> rules = new ArrayList<>();
    private final Set<Trait> traits = EnumSet.noneOf(Trait.class);
    private Function<T, String> wording;
    private String key;
    private String option;
    private String label;
    private String symbol;
    private String help = "";
    private String detail = "";
    private String placeholder = "N";
    private String unless = "";
    private List<String> words;
    private List<String> suggestions = List.of();

    /** @param paper the default, which is the paper's value */
    SettingRow(SettingType<T> type, Group group, String name, T paper, Function<RunConfiguration, T> getter) {
        this.type = type;
        this.group = group;
        this.name = name;
        this.fallback = _ -> paper;
        this.getter = getter;
        this.wording = type::said;
        this.key = name;
        String words = name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
        this.option = "--" + words;
        this.words = List.of(words);
        this.symbol = words.replace('-', ' ');
        this.label = FirstLetter.large(symbol);
    }

    /** What it does and which values it takes. */
    SettingRow<T> help(String phrase) {
        help = phrase;
        return this;
    }

    /** What it does, and what only the command line has the room to say. */
    SettingRow<T> help(String phrase, String more) {
        detail = more;
        return help(phrase);
    }

    /** What dialogs call it, and what it is called where there is little room. */
    SettingRow<T> called(String inDialogs, String inShort) {
        label = inDialogs;
        symbol = inShort;
        return this;
    }

    SettingRow<T> key(String inRunJson) {
        key = inRunJson;
        return this;
    }

    SettingRow<T> option(String onCommandLine, String valuePlaceholder) {
        option = onCommandLine;
        placeholder = valuePlaceholder;
        return this;
    }

    SettingRow<T> placeholder(String forValue) {
        placeholder = forValue;
        return this;
    }

    /** Nothing need be typed. */
    SettingRow<T> unless(String phrase) {
        unless = phrase;
        return this;
    }

    /** The default follows from others; a dialog begins with the paper's. */
    SettingRow<T> following(Function<SettingValues, T> others) {
        fallback = others;
        return this;
    }

    /** When nothing is typed, the value follows from others. */
    SettingRow<T> unless(String phrase, Function<SettingValues, T> others) {
        fallback = others;
        return unless(phrase);
    }

    SettingRow<T> words(String... inFilters) {
        words = List.of(inFilters);
        return this;
    }

    SettingRow<T> suggestions(String... values) {
        suggestions = List.of(values);
        return this;
    }

    SettingRow<T> wording(Function<T, String> forPeople) {
        wording = forPeople;
        return this;
    }

    SettingRow<T> is(Trait... special) {
        traits.addAll(Arrays.asList(special));
        return this;
    }

    static boolean positive(double value) {
        return Double.isFinite(value) && value > 0;
    }

    static boolean notNegative(double value) {
        return Double.isFinite(value) && value >= 0;
    }

    /** Refuses values for which something does not hold, with a sentence that ends on them. */
    SettingRow<T> check(Predicate<T> holds, String rule, String butNot) {
        return check(value -> {
            if (!holds.test(value)) {
                throw new InvalidSetting(name, rule + ", and " + type.text(value) + " " + butNot + ".");
            }
        });
    }

    /** Refuses values by an {@link InvalidSetting}. */
    SettingRow<T> check(Consumer<T> check) {
        checks.add(check);
        return this;
    }

    /** Refuses values in view of another setting's by an {@link InvalidSetting}. */
    <U> SettingRow<T> check(Setting<U> other, BiConsumer<T, U> check) {
        rules.add(new Rule<>(other, (value, values) -> check.accept(value, values.get(other))));
        return this;
    }

    /** Refuses values in view of all others by an {@link InvalidSetting}, unless one of those is wrong itself. */
    SettingRow<T> checkAmong(Setting<?> other, BiConsumer<T, SettingValues> check) {
        rules.add(new Rule<>(other, check));
        return this;
    }

    Setting<T> row() {
        return new Setting<>(type, group, name, key, option, label, symbol, help, detail, placeholder, unless, words,
                suggestions, traits, fallback, getter, wording, checks, rules);
    }
}
