package org.grokscope.workbench.runs;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableView;

/**
 * The menu that chooses columns, in the corner of the list's head. The toolkit's own is one line a column, which for all
 * settings and measures is higher than a screen.
 */
final class ColumnMenu {
    private static final String CORNER = ".show-hide-columns-button";

    private ColumnMenu() {}

    /** Puts the menu in place of the toolkit's, as soon as the list has its corner. */
    static void on(TreeTableView<RunRow> list, Map<RunColumn, TreeTableColumn<RunRow, RunRow>> columns) {
        ContextMenu menu = menu(columns);
        list.setTableMenuButtonVisible(true);
        list.needsLayoutProperty().subscribe(() -> {
            Node corner = list.lookup(CORNER);
            if (corner != null && corner.getOnMousePressed() != null && !menu.equals(corner.getUserData())) {
                corner.setUserData(menu);
                corner.setOnMousePressed(press -> {
                    menu.show(corner, Side.BOTTOM, 0, 0);
                    press.consume();
                });
            }
        });
    }

    private static ContextMenu menu(Map<RunColumn, TreeTableColumn<RunRow, RunRow>> columns) {
        List<RunColumn> settings = RunColumn.furtherSettings();
        List<RunColumn> measures = RunColumn.measures();
        ContextMenu menu = new ContextMenu();
        RunColumn.all().stream().filter(column -> !settings.contains(column) && !measures.contains(column))
                .map(column -> item(column, columns)).forEach(menu.getItems()::add);
        menu.getItems().addAll(group("Further settings", settings, columns),
                group("Measured last", measures, columns));
        return menu;
    }

    private static Menu group(String title, List<RunColumn> of,
            Map<RunColumn, TreeTableColumn<RunRow, RunRow>> columns) {
        Menu group = new Menu(title);
        of.forEach(column -> group.getItems().add(item(column, columns)));
        return group;
    }

    private static MenuItem item(RunColumn column, Map<RunColumn, TreeTableColumn<RunRow, RunRow>> columns) {
        CheckMenuItem item = new CheckMenuItem(column.meaning());
        item.selectedProperty().bindBidirectional(Objects.requireNonNull(columns.get(column)).visibleProperty());
        return item;
    }
}
