package org.grokscope.workbench;

import java.util.List;
import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.scene.layout.Region;
import org.controlsfx.control.SegmentedButton;
import org.grokscope.workbench.control.Segments;

/** Chooses the page in the middle of the window; one is always chosen. */
final class PageTabs {
    private final ObjectProperty<Page> page;

    PageTabs(ObjectProperty<Page> page) {
        this.page = page;
    }

    Region build() {
        SegmentedButton tabs = Segments.of(List.of(Page.values()),
                each -> new Segments.Segment("page-" + each.name().toLowerCase(Locale.ROOT), each.title(),
                        each.title() + " (" + each.keys() + ")"),
                page);
        tabs.getStyleClass().add("page-tabs");
        return tabs;
    }
}
