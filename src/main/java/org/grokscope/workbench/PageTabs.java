package org.grokscope.workbench;

import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.grokscope.workbench.control.ClickKeepsFocus;

/** Chooses the page in the middle of the window; one is always chosen. */
final class PageTabs {
    private final ObjectProperty<Page> page;

    PageTabs(ObjectProperty<Page> page) {
        this.page = page;
    }

    Region build() {
        HBox tabs = new HBox();
        tabs.getStyleClass().add("page-tabs");
        ToggleGroup group = new ToggleGroup();
        Page[] pages = Page.values();
        for (Page each : pages) {
            ToggleButton tab = ClickKeepsFocus.on(new ToggleButton(each.title()));
            tab.setId("page-" + each.name().toLowerCase(Locale.ROOT));
            tab.getStyleClass().add(each == pages[0]
                    ? "left-pill"
                    : each == pages[pages.length - 1] ? "right-pill" : "center-pill");
            tab.setMinWidth(Region.USE_PREF_SIZE);
            tab.setTooltip(new Tooltip(each.title() + " (" + each.keys() + ")"));
            tab.setToggleGroup(group);
            tab.setOnAction(_ -> {
                page.set(each);
                // A click on the chosen tab would leave none chosen.
                tab.setSelected(true);
            });
            page.subscribe(now -> tab.setSelected(now == each));
            tabs.getChildren().add(tab);
        }
        // As high as the buttons beside it.
        tabs.setMaxHeight(Region.USE_PREF_SIZE);
        return tabs;
    }
}
