package org.grokscope.workbench.control;

import java.util.List;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.collections.FXCollections;
import org.controlsfx.control.CheckComboBox;

/** A box of choices of which several may be ticked. They keep their order, and one is always ticked. */
public final class ManyChoice<T> extends CheckComboBox<T> {
    /**
     * Makes a box.
     *
     * @param name of the box, shown while it is closed
     * @param width of the box: by itself it would be as wide as its longest choice
     * @param most so many may be ticked at once
     * @param title of a choice
     * @param chosen what the box shows and sets
     */
    public ManyChoice(String name, double width, List<T> choices, int most, Function<T, String> title,
            ObjectProperty<List<T>> chosen) {
        super(FXCollections.observableArrayList(choices));
        setTitle(name);
        setAccessibleText(name);
        setPrefWidth(width);
        setMinWidth(width);
        setMaxWidth(width);
        setConverter(new Titles<>(title));
        for (T each : choices) {
            BooleanProperty ticked = getItemBooleanProperty(each);
            chosen.subscribe(now -> ticked.set(now.contains(each)));
            ticked.subscribe((_, now) -> {
                List<T> wanted = choices.stream().filter(it -> it.equals(each) ? now : chosen.get().contains(it))
                        .toList();
                if (!wanted.isEmpty() && wanted.size() <= most) {
                    chosen.set(wanted);
                }
                if (now != chosen.get().contains(each)) {
                    Platform.runLater(() -> ticked.set(!now));
                }
            });
        }
    }
}
