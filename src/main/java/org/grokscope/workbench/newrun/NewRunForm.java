package org.grokscope.workbench.newrun;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;

/** What stands in the dialog's fields, and what comes of it at once. */
public final class NewRunForm {
    private final Map<NewRunField, StringProperty> fields = new EnumMap<>(NewRunField.class);
    private final ObjectBinding<Plan> plan;
    private final ObjectBinding<String> suggestedName;

    /** Fills the fields with the paper's values. */
    public NewRunForm() {
        Arrays.stream(NewRunField.values())
                .forEach(field -> fields.put(field, new SimpleStringProperty(field.first())));
        StringProperty[] all = fields.values().toArray(StringProperty[]::new);
        plan = Bindings.createObjectBinding(() -> Planner.plan(values()), all);
        suggestedName = Bindings.createObjectBinding(this::suggestion, all);
    }

    /** Returns what stands in a field. */
    public StringProperty field(NewRunField field) {
        return Objects.requireNonNull(fields.get(field));
    }

    /** Returns the runs that would be started, or what is wrong. */
    public ObservableValue<Plan> plan() {
        return plan;
    }

    /** Returns the name that a run gets when none is typed; empty while anything is wrong. */
    public ObservableValue<String> suggestedName() {
        return suggestedName;
    }

    private String suggestion() {
        Map<NewRunField, String> unnamed = values();
        unnamed.put(NewRunField.NAME, "");
        Plan planned = Planner.plan(unnamed);
        if (!planned.ready()) {
            return "";
        }
        String first = planned.runs().getFirst().name();
        return planned.runs().size() == 1 ? first : first + ", and " + (planned.runs().size() - 1) + " more";
    }

    private Map<NewRunField, String> values() {
        Map<NewRunField, String> values = new EnumMap<>(NewRunField.class);
        fields.forEach((field, text) -> values.put(field, text.get() == null ? "" : text.get()));
        return values;
    }
}
