package org.grokscope.workbench.control;

import java.util.function.Function;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** What the choices of a box are called. They are chosen and never typed. */
public final class Titles<T> extends StringConverter<T> {
    private final Function<T, String> title;

    /** @param title of a choice */
    public Titles(Function<T, String> title) {
        this.title = title;
    }

    @Override
    public String toString(@Nullable T value) {
        return value == null ? "" : title.apply(value);
    }

    @Override
    public T fromString(String text) {
        throw new UnsupportedOperationException("It is chosen and not typed.");
    }
}
