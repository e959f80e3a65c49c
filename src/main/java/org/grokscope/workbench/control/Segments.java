package org.grokscope.workbench.control;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.Property;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.controlsfx.control.SegmentedButton;

/** A few choices side by side as buttons; one is always chosen. */
public final class Segments {
    /**
     * A choice.
     *
     * @param id of its button
     * @param tip what it says while the pointer is on it
     */
    public record Segment(String id, String title, String tip) {}

    private Segments() {}

    /**
     * Makes the buttons.
     *
     * @param segment how a choice is shown
     * @param chosen what the buttons show and set
     */
    public static <T> SegmentedButton of(List<T> choices, Function<T, Segment> segment, Property<T> chosen) {
        SegmentedButton segments = new SegmentedButton();
        for (T each : choices) {
            Segment shown = segment.apply(each);
            ToggleButton button = ClickKeepsFocus.on(new ToggleButton(shown.title()));
            button.setId(shown.id());
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setTooltip(new Tooltip(shown.tip()));
            button.setOnAction(_ -> {
                chosen.setValue(each);
                // A click on the chosen one would leave none chosen.
                button.setSelected(true);
            });
            segments.getButtons().add(button);
            chosen.subscribe(now -> button.setSelected(each.equals(now)));
        }
        return segments;
    }
}
