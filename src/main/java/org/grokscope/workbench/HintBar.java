package org.grokscope.workbench;

import java.util.HashSet;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.grokscope.workbench.control.ClickKeepsFocus;
import org.grokscope.workbench.control.Icon;

/** Says to whoever looks at the samples where to click, until it is closed for good. */
final class HintBar {
    private static final String NAME = "where-to-click";

    private final ObjectProperty<Set<String>> dismissed;
    private final ObservableValue<Boolean> wanted;
    private final Runnable tour;

    /**
     * @param wanted whether there is something to click on
     * @param tour leads through it
     */
    HintBar(ObjectProperty<Set<String>> dismissed, ObservableValue<Boolean> wanted, Runnable tour) {
        this.dismissed = dismissed;
        this.tour = tour;
        this.wanted = wanted;
    }

    Region build() {
        Label text = new Label(
                "These are recorded runs. Click one in the list; click a chart to look at a step and fork "
                        + "there. F1 lists the keys.");
        text.setId("hint");
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        Button close = ClickKeepsFocus.on(new Button("", Icon.CLOSE.node()));
        close.setId("hint-close");
        close.getStyleClass().add("icon-button");
        close.setAccessibleText("Do not show this again");
        close.setTooltip(new Tooltip("Do not show this again"));
        close.setOnAction(_ -> {
            Set<String> more = new HashSet<>(dismissed.get());
            more.add(NAME);
            dismissed.set(more);
        });
        Button take = ClickKeepsFocus.on(new Button("Take the tour"));
        take.setId("hint-tour");
        take.setMinWidth(Region.USE_PREF_SIZE);
        take.setOnAction(_ -> tour.run());
        HBox bar = new HBox(text, take, close);
        bar.getStyleClass().add("hint-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.managedProperty().bind(bar.visibleProperty());
        bar.visibleProperty().bind(dismissed.map(names -> !names.contains(NAME))
                .flatMap(shown -> wanted.map(some -> shown && some)));
        return bar;
    }
}
