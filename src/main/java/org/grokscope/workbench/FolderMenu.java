package org.grokscope.workbench;

import java.nio.file.Path;
import java.util.List;
import javafx.collections.ObservableList;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import org.grokscope.workbench.control.Icon;

/** The button beside the title of the list: which folders are open, and what lies in their trash. */
final class FolderMenu {
    private final OpenFolders folders;
    private final Runnable importFiles;
    private final Runnable emptyTrash;
    private final PlanActions plans;
    private final TourGuide tours;

    FolderMenu(OpenFolders folders, Runnable importFiles, Runnable emptyTrash, PlanActions plans,
            TourGuide tours) {
        this.plans = plans;
        this.tours = tours;
        this.folders = folders;
        this.importFiles = importFiles;
        this.emptyTrash = emptyTrash;
    }

    MenuButton build() {
        MenuButton button = new MenuButton("", Icon.FOLDER.node());
        button.setId("folders");
        button.getStyleClass().add("folder-menu");
        button.setTooltip(new Tooltip("Run folders: open (Ctrl+O), close, empty the trash; the tour"));
        button.setAccessibleText("Folders of runs");
        // What the menu holds is only right when it opens; without an item it would not open at all.
        button.getItems().add(new MenuItem());
        button.setOnShowing(_ -> fill(button.getItems()));
        return button;
    }

    private void fill(ObservableList<MenuItem> items) {
        items.setAll(item("Open folder\u2026", folders::open),
                item("Open plan\u2026", plans::open),
                item("Import networks or curves\u2026", importFiles), new SeparatorMenuItem(), caption("Open"),
                disabled(folders.title(folders.all().getFirst()) + "  (new runs go here)"));
        for (Path folder : folders.beside()) {
            items.add(item("Close " + folders.title(folder), () -> folders.close(folder)));
        }
        for (Path plan : plans.shown()) {
            items.add(item("Where plan " + plan.getFileName() + " stands\u2026", () -> plans.show(plan)));
        }
        List<Path> recent = folders.recent();
        if (!recent.isEmpty()) {
            items.addAll(new SeparatorMenuItem(), caption("Recent"));
            recent.forEach(folder -> items.add(item("Open " + folders.title(folder), () -> folders.openAgain(folder))));
        }
        items.addAll(new SeparatorMenuItem(), item("Empty trash\u2026", emptyTrash));
        if (tours.offered()) {
            items.addAll(new SeparatorMenuItem(), item("Take the tour", tours::take));
        }
    }

    private static MenuItem item(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> action.run());
        return item;
    }

    private static MenuItem disabled(String text) {
        MenuItem item = item(text, () -> {});
        item.setDisable(true);
        return item;
    }

    private static MenuItem caption(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("caption");
        CustomMenuItem item = new CustomMenuItem(label, false);
        item.setDisable(true);
        return item;
    }
}
