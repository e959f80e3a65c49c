package org.grokscope.workbench.runs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.event.ActionEvent;
import javafx.event.EventHandler;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.grokscope.figure.export.SharedRun;
import org.jspecify.annotations.Nullable;

/** What can be done with the selected lines, by menu and by the keys that it names. */
final class RunMenu {
    private final RunCommands commands;
    private final Supplier<List<RunRow>> selected;
    private final Map<MenuItem, KeyCombination> keys = new LinkedHashMap<>();
    private final MenuItem further;
    private final MenuItem rename;
    private final MenuItem star;
    private final MenuItem note;
    private final MenuItem tags;
    private final MenuItem pin;
    private final MenuItem delete;
    private final MenuItem command;
    private final MenuItem path;
    private final MenuItem page;
    private final MenuItem film;
    private final MenuItem gif;
    private final MenuItem tour;
    private final RunTours tours;
    private final ContextMenu menu;

    /** @param selected returns the selected lines, the one chosen last at the end */
    RunMenu(RunCommands commands, RunTours tours, Supplier<List<RunRow>> selected) {
        this.commands = commands;
        this.selected = selected;
        this.tours = tours;
        tour = one("Take its tour", null, tours.take());
        further = one("Continue\u2026", null, commands::continueTo);
        rename = one("Rename\u2026", KeyCode.F2, commands::rename);
        star = all("Star", KeyCode.S, commands::star);
        note = one("Note\u2026", KeyCode.N, commands::note);
        tags = all("Tags\u2026", KeyCode.T, commands::tag);
        pin = one("Pin as baseline", KeyCode.B, commands::pin);
        delete = all("Delete", KeyCode.DELETE, commands::delete);
        command = one("Copy as command line", null, commands::copyCommandLine);
        path = one("Copy path", null, commands::copyPath);
        page = one("Save as a web page\u2026", null, id -> commands.share(id, SharedRun.PAGE));
        film = one("Save as a film\u2026", null, id -> commands.share(id, SharedRun.MP4));
        gif = one("Save as an animated GIF\u2026", null, id -> commands.share(id, SharedRun.GIF));
        MenuItem empty = new MenuItem("Empty trash\u2026");
        empty.setOnAction(_ -> commands.emptyTrash());
        menu = new ContextMenu(further, rename, star, note, tags, pin, new SeparatorMenuItem(), tour, page, film, gif,
                command,
                path,
                new SeparatorMenuItem(), delete, empty);
        // Named only while the menu is open: the toolkit would obey them wherever the focus is.
        menu.setOnShowing(_ -> {
            keys.forEach((item, key) -> item.setAccelerator(key));
            show();
        });
        menu.setOnHidden(_ -> keys.keySet().forEach(item -> item.setAccelerator(null)));
    }

    /** Returns the menu. */
    ContextMenu menu() {
        return menu;
    }

    /** Does what a key asks for, as the menu would. */
    void pressed(KeyEvent key) {
        keys.forEach((item, wanted) -> {
            if (wanted.match(key)) {
                show();
                if (!item.isDisable()) {
                    item.fire();
                }
                key.consume();
            }
        });
    }

    private void show() {
        List<RunRow> rows = selected.get();
        Optional<RunRow> last = rows.isEmpty() ? Optional.empty() : Optional.of(rows.getLast());
        boolean sound = last.filter(row -> row.run() != null).isPresent();
        List.of(rename, star, note, tags, pin, page, film, gif, command).forEach(item -> item.setDisable(!sound));
        path.setDisable(rows.isEmpty());
        tour.setVisible(sound && tours.offered().test(last.orElseThrow().id()));
        delete.setDisable(rows.isEmpty());
        delete.setText(rows.size() > 1 ? "Delete " + rows.size() + " runs" : "Delete");
        further.setDisable(!sound || !commands.canContinue(last.orElseThrow().id()));
        star.setText(!rows.isEmpty() && rows.stream().allMatch(RunRow::starred) ? "Take the star away" : "Star");
        pin.setText(last.filter(RunRow::pinned).isPresent() ? "Let the baseline go" : "Pin as baseline");
    }

    private MenuItem one(String text, @Nullable KeyCode key, Consumer<String> action) {
        return item(text, key, _ -> {
            List<RunRow> rows = selected.get();
            if (!rows.isEmpty()) {
                action.accept(rows.getLast().id());
            }
        });
    }

    private MenuItem all(String text, KeyCode key, Consumer<List<String>> action) {
        return item(text, key, _ -> action.accept(selected.get().stream().map(RunRow::id).toList()));
    }

    private MenuItem item(String text, @Nullable KeyCode key,
            EventHandler<ActionEvent> action) {
        MenuItem item = new MenuItem(text);
        item.setOnAction(action);
        if (key != null) {
            keys.put(item, new KeyCodeCombination(key));
        }
        return item;
    }
}
