package org.grokscope.settings;

import java.util.List;
import java.util.function.Function;
import org.grokscope.task.SplitRule;
import org.grokscope.task.group.GroupName;
import org.grokscope.text.Choice;
import org.grokscope.text.Labelled;
import org.grokscope.text.NumberText;
import org.grokscope.text.PlainNumber;
import org.grokscope.text.TypedNumber;

/**
 * What a setting's values are, and how they are typed and written.
 *
 * @param <T> the class of its values
 */
public sealed interface SettingType<T> {
    /** Which pairs are trained on. */
    SettingType<SplitRule> PAIRS = new Written<>(SplitRule.class, SplitRule::parse, SplitRule::text, SplitRule::said,
            "own, python:SEED, torch:SEED or listed:BITS");
    /** A finite group, or none. */
    SettingType<GroupName> A_GROUP = new Written<>(GroupName.class, GroupName::parse, GroupName::text, GroupName::text,
            GroupName.EXPECTED);

    /**
     * Reads a value as people type it.
     *
     * @throws IllegalArgumentException when it cannot be read; an {@link org.grokscope.text.InvalidSetting} says why
     */
    T parse(String typed);

    /** Returns a value as it is typed. */
    String text(T value);

    /** Returns a value as people read it. */
    default String said(T value) {
        return text(value);
    }

    /** Says what can be typed, for example {@code a whole number}. */
    String expected();

    /** Returns the class of its values. */
    Class<T> values();

    /** Whole numbers. */
    record Whole() implements SettingType<Integer> {
        @Override
        public Integer parse(String typed) {
            return TypedNumber.integer(typed);
        }

        @Override
        public String text(Integer value) {
            return value.toString();
        }

        @Override
        public String said(Integer value) {
            return NumberText.count(value);
        }

        @Override
        public String expected() {
            return "a whole number";
        }

        @Override
        public Class<Integer> values() {
            return Integer.class;
        }
    }

    /** Pairs a step: a whole number, or all of them. */
    record Batch() implements SettingType<Integer> {
        private static final String FULL = "full";

        @Override
        public Integer parse(String typed) {
            return typed.equals(FULL) ? OptimizerSettings.FULL : TypedNumber.integer(typed);
        }

        @Override
        public String text(Integer value) {
            return value == OptimizerSettings.FULL ? FULL : value.toString();
        }

        @Override
        public String said(Integer value) {
            return value == OptimizerSettings.FULL ? FULL : NumberText.count(value);
        }

        @Override
        public String expected() {
            return "a whole number, or full";
        }

        @Override
        public Class<Integer> values() {
            return Integer.class;
        }
    }

    /** Seeds: whole numbers of 64 bits, which are names rather than counts. */
    record Seed() implements SettingType<Long> {
        @Override
        public Long parse(String typed) {
            return TypedNumber.whole(typed);
        }

        @Override
        public String text(Long value) {
            return value.toString();
        }

        @Override
        public String expected() {
            return "a whole number";
        }

        @Override
        public Class<Long> values() {
            return Long.class;
        }
    }

    /** Numbers. */
    record Real() implements SettingType<Double> {
        @Override
        public Double parse(String typed) {
            return TypedNumber.real(typed);
        }

        @Override
        public String text(Double value) {
            return PlainNumber.of(value);
        }

        @Override
        public String expected() {
            return "a number";
        }

        @Override
        public Class<Double> values() {
            return Double.class;
        }
    }

    /** One of a few. */
    record OneOf<E extends Enum<E> & Labelled>(Class<E> values) implements SettingType<E> {
        @Override
        public E parse(String typed) {
            return Choice.find(values, typed).orElseThrow(() -> new IllegalArgumentException(typed));
        }

        @Override
        public String text(E value) {
            return value.label();
        }

        @Override
        public String expected() {
            return Choice.oneOf(values);
        }

        /** Returns the values as they are typed. */
        public List<String> labels() {
            return Choice.labels(values);
        }
    }

    /**
     * Values that have a text form of their own.
     *
     * @param values their class
     * @param reader reads what was typed, or throws an InvalidSetting
     * @param writer writes it as it is typed
     * @param teller says it to people
     * @param expected what can be typed, in a few words
     */
    record Written<T>(Class<T> values, Function<String, T> reader, Function<T, String> writer,
            Function<T, String> teller, String expected) implements SettingType<T> {
        @Override
        public T parse(String typed) {
            return reader.apply(typed);
        }

        @Override
        public String text(T value) {
            return writer.apply(value);
        }

        @Override
        public String said(T value) {
            return teller.apply(value);
        }
    }

    /** Planned changes of λ. */
    record Changes() implements SettingType<WeightDecaySchedule> {
        @Override
        public WeightDecaySchedule parse(String typed) {
            return WeightDecaySchedule.parse(typed);
        }

        @Override
        public String text(WeightDecaySchedule value) {
            return value.text();
        }

        @Override
        public String expected() {
            return "a schedule such as ceiling:5 or memorised:2,4000:1";
        }

        @Override
        public Class<WeightDecaySchedule> values() {
            return WeightDecaySchedule.class;
        }
    }
}
