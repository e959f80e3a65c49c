package org.grokscope.workbench.control;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.Property;
import javafx.collections.FXCollections;
import org.controlsfx.control.SearchableComboBox;

/** A box of many choices, in which a few letters find one. One is always chosen. */
public final class LongChoice<T> extends SearchableComboBox<T> {
    /**
     * Makes a box.
     *
     * @param title of a choice
     * @param chosen what the box shows and sets
     */
    public LongChoice(List<T> choices, Function<T, String> title, Property<T> chosen) {
        super(FXCollections.observableArrayList(choices));
        setConverter(new Titles<>(title));
        chosen.subscribe(this::setValue);
        valueProperty().subscribe(value -> {
            // While a person searches, none is chosen.
            if (value != null) {
                chosen.setValue(value);
            }
        });
        showingProperty().subscribe(showing -> {
            if (!showing) {
                setValue(chosen.getValue());
            }
        });
    }
}
