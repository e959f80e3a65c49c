package org.grokscope.workbench.preferences;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import org.grokscope.workbench.control.Theme;

/**
 * What a person chose and what the window remembers, as properties of the toolkit's thread. A further field is a
 * property here, its place in {@link #all()}, and its two lines in {@link PreferencesDocument}.
 */
public final class Preferences {
    /** The size of the window's text, in pixels, before anybody chose another. */
    public static final int USUAL_TEXT_SIZE = 13;

    private final ObjectProperty<Optional<Theme>> theme = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<WindowPlace>> window = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<List<Double>> paneWidths = new SimpleObjectProperty<>(List.of());
    private final ObjectProperty<List<String>> columns = new SimpleObjectProperty<>(List.of());
    private final ObjectProperty<List<String>> folders = new SimpleObjectProperty<>(List.of());
    private final ObjectProperty<List<String>> recentFolders = new SimpleObjectProperty<>(List.of());
    private final ObjectProperty<List<String>> alarms = new SimpleObjectProperty<>(List.of());
    private final ObjectProperty<String> order = new SimpleObjectProperty<>("");
    private final ObjectProperty<Set<String>> dismissedHints = new SimpleObjectProperty<>(Set.of());
    private final IntegerProperty workers = new SimpleIntegerProperty();
    private final StringProperty device = new SimpleStringProperty("");
    private final IntegerProperty threads = new SimpleIntegerProperty();
    private final ObjectProperty<Map<String, String>> exports = new SimpleObjectProperty<>(Map.of());
    private final StringProperty runsFolder = new SimpleStringProperty("");
    private final IntegerProperty textSize = new SimpleIntegerProperty(USUAL_TEXT_SIZE);

    /** Returns the theme; empty follows the system. */
    public ObjectProperty<Optional<Theme>> theme() {
        return theme;
    }

    /** Returns where the window stood; empty before it was ever closed. */
    public ObjectProperty<Optional<WindowPlace>> window() {
        return window;
    }

    /** Returns the widths of the panes at the left and at the right, in pixels; empty for the usual ones. */
    public ObjectProperty<List<Double>> paneWidths() {
        return paneWidths;
    }

    /** Returns the names of the columns in the list of runs; empty for the usual ones. */
    public ObjectProperty<List<String>> columns() {
        return columns;
    }

    /** Returns the absolute paths of the folders of runs that are open beside the first one. */
    public ObjectProperty<List<String>> folders() {
        return folders;
    }

    /** Returns the absolute paths of the folders of runs that were open, the one opened last first. */
    public ObjectProperty<List<String>> recentFolders() {
        return recentFolders;
    }

    /** Returns the alarms that were added, as they are typed. */
    public ObjectProperty<List<String>> alarms() {
        return alarms;
    }

    /** Returns what the runs are sorted by, in a word; empty for the usual order. */
    public ObjectProperty<String> order() {
        return order;
    }

    /** Returns the size of the window's text, in pixels. */
    public IntegerProperty textSize() {
        return textSize;
    }

    /** Returns the names of the hints that need not be shown again. */
    public ObjectProperty<Set<String>> dismissedHints() {
        return dismissedHints;
    }

    /** Returns how many processes train at a time; 0 leaves it to the program. */
    public IntegerProperty workers() {
        return workers;
    }

    /** Returns the device that the next start asks for, as --device names it; empty leaves it to the program. */
    public StringProperty device() {
        return device;
    }

    /** Returns the threads for each run from the next start on; 0 leaves it to the program. */
    public IntegerProperty threads() {
        return threads;
    }

    /** Returns the absolute path of the folder that the next start puts new runs into; empty for the usual one. */
    public StringProperty runsFolder() {
        return runsFolder;
    }

    /** Returns what a person's names for figures' formats and sizes stand for, in words of the command line. */
    public ObjectProperty<Map<String, String>> exports() {
        return exports;
    }

    /** Returns everything that is kept. */
    List<ObservableValue<?>> all() {
        return List.of(theme, window, paneWidths, columns, alarms, order, folders, recentFolders, dismissedHints,
                workers, textSize, device, threads, runsFolder, exports);
    }
}
