package org.grokscope.workbench.timeline;

import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.grokscope.measure.Panel;

/** The timeline's context menu: the axis, the view, and which panels are shown. */
final class TimelineMenu extends ContextMenu {
    TimelineMenu(TimelineModel model) {
        CheckMenuItem logarithmic = new CheckMenuItem("Logarithmic step axis");
        logarithmic.selectedProperty().bindBidirectional(model.logAxisProperty());
        MenuItem fit = new MenuItem("Show whole run");
        fit.setOnAction(event -> model.fit());
        fit.disableProperty().bind(model.followingProperty());
        getItems().addAll(logarithmic, fit, new SeparatorMenuItem());
        for (Panel panel : Panel.values()) {
            getItems().add(item(model, panel));
        }
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
