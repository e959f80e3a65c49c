package org.grokscope.workbench.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import org.grokscope.workbench.compare.CompareFact.Part;

/** The button that says which columns the table of many runs shows. */
final class ColumnsButton {
    private static final Map<Part, String> TITLES = Map.of(Part.SETTINGS, "Settings", Part.MILESTONES, "Milestones",
            Part.LEADS, "Leads", Part.END, "At the end");

    private final ObjectProperty<Map<String, Boolean>> chosen;
    private final MenuButton button = new MenuButton("Columns");

    /**
     * Makes the button; it is there while the table has columns to choose.
     *
     * @param sheet what there is to choose from
     * @param chosen whether a person wants a column, by its title
     */
    ColumnsButton(Supplier<CompareSheet> sheet, CompareTable table, ObjectProperty<Map<String, Boolean>> chosen) {
        this.chosen = chosen;
        button.visibleProperty().bind(table.sideBySideProperty().not());
        button.managedProperty().bind(button.visibleProperty());
        button.setOnShowing(_ -> button.getItems().setAll(items(sheet.get(), table.shown())));
        button.setId("compare-columns");
        button.setTooltip(new Tooltip("Choose the columns of the table"));
    }

    MenuButton node() {
        return button;
    }

    private List<MenuItem> items(CompareSheet sheet, List<String> shown) {
        MenuItem automatic = new MenuItem("As many as fit");
        automatic.setDisable(chosen.get().isEmpty());
        automatic.setOnAction(_ -> chosen.set(Map.of()));
        List<MenuItem> items = new ArrayList<>(List.of(automatic, new SeparatorMenuItem()));
        for (Part part : Part.values()) {
            List<MenuItem> of = sheet.facts().stream().filter(fact -> fact.part() == part)
                    .map(fact -> item(fact, shown.contains(fact.title()))).toList();
            if (!of.isEmpty()) {
                items.add(new Menu(TITLES.get(part), null, of.toArray(MenuItem[]::new)));
            }
        }
        return items;
    }

    private MenuItem item(CompareFact fact, boolean ticked) {
        CheckMenuItem item = new CheckMenuItem(fact.title());
        item.setSelected(ticked);
        item.setOnAction(_ -> {
            Map<String, Boolean> now = new HashMap<>(chosen.get());
            now.put(fact.title(), item.isSelected());
            chosen.set(Map.copyOf(now));
        });
        return item;
    }
}
