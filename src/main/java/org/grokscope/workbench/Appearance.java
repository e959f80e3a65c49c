package org.grokscope.workbench;

import java.util.Optional;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import org.grokscope.workbench.control.Theme;

/** Whether the window is dark: as the system is, until a person chooses otherwise; the choice is remembered. */
final class Appearance {
    private final ReadOnlyObjectProperty<ColorScheme> system;
    private final ObjectProperty<Optional<Theme>> chosen;
    private final BooleanProperty dark;
    /** The system's preferences outlive every window: held by them, it would keep a closed window for ever. */
    private final ChangeListener<ColorScheme> follows = (_, _, _) -> darken();

    Appearance(ObjectProperty<Optional<Theme>> chosen, BooleanProperty dark) {
        this.system = Platform.getPreferences().colorSchemeProperty();
        this.chosen = chosen;
        this.dark = dark;
        darken();
        system.addListener(new WeakChangeListener<>(follows));
        dark.addListener(_ -> noteChoice());
        chosen.addListener(_ -> darken());
    }

    private void darken() {
        dark.set(wanted());
    }

    private boolean wanted() {
        return chosen.get().map(theme -> theme == Theme.DARK).orElseGet(this::systemIsDark);
    }

    private void noteChoice() {
        if (chosen.get().isPresent() || dark.get() != systemIsDark()) {
            chosen.set(Optional.of(Theme.of(dark.get())));
        }
    }

    private boolean systemIsDark() {
        return system.get() == ColorScheme.DARK;
    }
}
