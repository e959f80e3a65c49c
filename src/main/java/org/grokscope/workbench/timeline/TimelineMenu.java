package org.grokscope.workbench.timeline;

import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import org.grokscope.measure.Panel;
import org.grokscope.workbench.runs.MovedAlarms;

/** The timeline's context menu: the axis, the view, and which panels are shown. */
final class TimelineMenu extends ContextMenu {
    TimelineMenu(TimelineModel model) {
        CheckMenuItem logarithmic = new CheckMenuItem("Logarithmic step axis");
        logarithmic.selectedProperty().bindBidirectional(model.logAxisProperty());
        MenuItem fit = new MenuItem("Show whole run");
        fit.setOnAction(event -> model.fit());
        fit.disableProperty().bind(model.followingProperty());
        Menu charts = new Menu("Charts");
        for (Panel panel : Panel.values()) {
            charts.getItems().add(item(model, panel));
        }
        getItems().addAll(logarithmic, fit, charts);
    }

    /**
     * Adds what can be done with alarms.
     *
     * @param add asks for one
     */
    void alarms(MovedAlarms alarms, Runnable add) {
        MenuItem one = new MenuItem("Add an alarm\u2026");
        one.setId("add-alarm");
        one.setOnAction(_ -> add.run());
        Menu remove = new Menu("Remove an alarm");
        alarms.further().subscribe(added -> {
            remove.setDisable(added.isEmpty());
            remove.getItems().setAll(added.stream().map(alarm -> {
                MenuItem item = new MenuItem(alarm.words());
                item.setMnemonicParsing(false);
                item.setOnAction(_ -> alarms.remove(alarm));
                return item;
            }).toList());
        });
        MenuItem recorded = new MenuItem("Recorded levels");
        recorded.setAccelerator(new KeyCodeCombination(KeyCode.BACK_SPACE));
        recorded.setOnAction(_ -> alarms.reset());
        alarms.alarms().subscribe(moved -> recorded.setDisable(moved.isEmpty()));
        getItems().addAll(new SeparatorMenuItem(), one, remove, recorded);
    }

    /** A menu item that shows a panel or takes it away. */
    private static CheckMenuItem item(TimelineModel model, Panel panel) {
        CheckMenuItem item = new CheckMenuItem(panel.shortTitle());
        item.setOnAction(_ -> {
            model.showPanel(panel, item.isSelected());
            item.setSelected(model.panelsProperty().get().contains(panel));
        });
        model.panelsProperty().subscribe(shown -> item.setSelected(shown.contains(panel)));
        return item;
    }
}
