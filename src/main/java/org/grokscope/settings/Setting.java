package org.grokscope.settings;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.grokscope.text.InvalidSetting;

/**
 * Something a person chooses about a run: a row of the table {@link Settings}. Files, hash, command line, dialogs,
 * filter, columns and comparisons ask the row; none of them spells out the settings.
 *
 * @param <T> the class of its values
 * @param type how its values are typed and written
 * @param group the part of the configuration it belongs to
 * @param name that no other setting has, for example {@code weightDecaySchedule}
 * @param key its name within its group in run.json, for example {@code weightDecay}
 * @param option its option on the command line, for example {@code --weight-decay-schedule}
 * @param label what a dialog calls it, for example {@code Modulus p}
 * @param symbol what it is called where there is little room, for example {@code p}
 * @param help what it does and which values it takes, in a phrase
 * @param detail what the help of the command line says beyond that; a dialog has no room for it
 * @param placeholder what stands for its value in the help of the command line
 * @param unless what happens when nothing is typed, for example {@code the seed}; empty where something must be
 * @param words by which a filter finds it
 * @param suggestions values that a dialog proposes, as they are typed
 * @param fallback the value it has when nobody chooses one; the others may matter
 * @param getter its value in a configuration
 * @param wording how people read a value; empty for nothing
 * @param checks refuse a value by itself, with an {@link InvalidSetting}
 * @param rules refuse a value in view of another setting's
 */
public record Setting<T>(SettingType<T> type, Group group, String name, String key, String option, String label,
        String symbol, String help, String detail, String placeholder, String unless, List<String> words,
        List<String> suggestions,
        Set<Trait> traits, Function<SettingValues, T> fallback, Function<RunConfiguration, T> getter,
        Function<T, String> wording, List<Consumer<T>> checks, List<Rule<T>> rules) {
    /** What is special about a setting. */
    public enum Trait {
        /** It changes no number of a run, but how long it goes on or how often one looks. */
        LOOKING,
        /** run.json and the hash leave it out at its default, so that those of older runs stay what they are. */
        SPARSE,
        /** People speak of it more than of others. */
        FOREMOST,
        /** A dialog shows it only among further settings. */
        FURTHER,
        /** It stands in run.json, and nobody is asked for it. */
        RECORDED,
        /** Several values can be typed, which make several runs. */
        SEVERAL
    }

    /**
     * Refuses a value in view of another setting's.
     *
     * @param other says nothing as long as it is wrong itself
     */
    public record Rule<T>(Setting<?> other, BiConsumer<T, SettingValues> check) {}

    public Setting {
        words = List.copyOf(words);
        suggestions = List.copyOf(suggestions);
        traits = Set.copyOf(traits);
        checks = List.copyOf(checks);
        rules = List.copyOf(rules);
    }

    /** Returns whether something special holds of it. */
    public boolean is(Trait trait) {
        return traits.contains(trait);
    }

    /** Returns its value in a configuration. */
    public T of(RunConfiguration configuration) {
        return getter.apply(configuration);
    }

    /** Returns the paper's value. */
    public T paper() {
        return fallback.apply(SettingValues.PAPER);
    }

    /** Returns whether a configuration has the value that it has when nobody chooses one. */
    public boolean usual(RunConfiguration configuration) {
        return of(configuration).equals(fallback.apply(SettingValues.of(configuration)));
    }

    /** Returns whether nothing need be said of it: it is seldom chosen, and was not. */
    public boolean silent(RunConfiguration configuration) {
        boolean seldom = is(Trait.FURTHER) && !is(Trait.LOOKING) || !unless.isEmpty();
        return seldom && usual(configuration);
    }

    /** Returns what stands in a dialog's field at first: the paper's value, or nothing where nothing need be typed. */
    public String first() {
        return unless.isEmpty() ? type.text(paper()) : "";
    }

    /** Returns its value in a configuration as it is typed. */
    public String text(RunConfiguration configuration) {
        return type.text(of(configuration));
    }

    /** Returns its value in a configuration as people read it; empty for nothing. */
    public String said(RunConfiguration configuration) {
        return wording.apply(of(configuration));
    }

    /**
     * Refuses a value that cannot be used whatever the others are.
     *
     * @throws InvalidSetting when it is one
     */
    public void require(T value) {
        checks.forEach(check -> check.accept(value));
    }

    /** Says what is wrong with a value by itself. */
    Optional<String> problem(SettingValues values) {
        T value = values.get(this);
        return problem(() -> require(value));
    }

    /**
     * Says what is wrong with a value in view of others.
     *
     * @param wrong which of them are wrong themselves
     */
    Optional<String> problem(SettingValues values, Predicate<Setting<?>> wrong) {
        T value = values.get(this);
        return rules.stream().filter(rule -> !wrong.test(rule.other()))
                .flatMap(rule -> problem(() -> rule.check().accept(value, values)).stream()).findFirst();
    }

    private static Optional<String> problem(Runnable check) {
        try {
            check.run();
            return Optional.empty();
        } catch (InvalidSetting refused) {
            return Optional.of(String.valueOf(refused.getMessage()));
        }
    }

    /** A setting is its name. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Setting<?> setting && name.equals(setting.name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
