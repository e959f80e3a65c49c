package org.grokscope.workbench;

import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.controlsfx.control.SegmentedButton;
import org.grokscope.workbench.control.ClickKeepsFocus;

/** Chooses the page in the middle of the window; one is always chosen. */
final class PageTabs {
    private final ObjectProperty<Page> page;

    PageTabs(ObjectProperty<Page> page) {
        this.page = page;
    }

    Region build() {
        SegmentedButton tabs = new SegmentedButton();
        for (Page each : Page.values()) {
            ToggleButton tab = ClickKeepsFocus.on(new ToggleButton(each.title()));
            tab.setId("page-" + each.name().toLowerCase(Locale.ROOT));
            tab.setMinWidth(Region.USE_PREF_SIZE);
            tab.setTooltip(new Tooltip(each.title() + " (" + each.keys() + ")"));
            tab.setOnAction(_ -> {
                page.set(each);
                // A click on the chosen tab would leave none chosen.
                tab.setSelected(true);
            });
            tabs.getButtons().add(tab);
            page.subscribe(now -> tab.setSelected(now == each));
        }
        tabs.getStyleClass().add("page-tabs");
        return tabs;
    }
}
