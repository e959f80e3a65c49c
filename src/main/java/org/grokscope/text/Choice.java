package org.grokscope.text;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds a choice by its label, and says which there are. */
public final class Choice {
    private Choice() {}

    /** Returns the labels of all choices, in their order. */
    public static <E extends Enum<E> & Labelled> List<String> labels(Class<E> choices) {
        return Arrays.stream(choices.getEnumConstants()).map(Labelled::label).toList();
    }

    /** Returns the labels as they stand in a sentence, for example {@code add, subtract or multiply}. */
    public static <E extends Enum<E> & Labelled> String oneOf(Class<E> choices) {
        List<String> labels = labels(choices);
        return labels.size() == 1
                ? labels.getFirst()
                : labels.stream().limit(labels.size() - 1L).collect(Collectors.joining(", ")) + " or "
                        + labels.getLast();
    }

    /** Returns the choice of this label, if there is one. */
    public static <E extends Enum<E> & Labelled> Optional<E> find(Class<E> choices, String label) {
        return Arrays.stream(choices.getEnumConstants()).filter(choice -> choice.label().equals(label)).findFirst();
    }

    /**
     * Finds a choice by its label.
     *
     * @param setting the setting's name, for {@link InvalidSetting#setting}
     * @param called what the sentence calls the setting, for example {@code --device}
     * @throws InvalidSetting when there is none of that label
     */
    public static <E extends Enum<E> & Labelled> E of(Class<E> choices, String setting, String called, String label) {
        return find(choices, label).orElseThrow(
                () -> new InvalidSetting(setting, called + " takes " + oneOf(choices) + ", not '" + label + "'."));
    }
}
