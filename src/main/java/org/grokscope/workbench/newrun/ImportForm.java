package org.grokscope.workbench.newrun;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import org.grokscope.file.ProblemSentence;
import org.grokscope.foreign.Curves;
import org.grokscope.importing.CurveColumns;
import org.grokscope.importing.CurveImport;
import org.grokscope.importing.NetworkImport;
import org.grokscope.measure.Measure;
import org.grokscope.settings.Setting;
import org.grokscope.settings.Settings;
import org.grokscope.text.InvalidSetting;
import org.grokscope.text.NumberText;

/** What stands in the fields of the import dialog, and whether a run can come of it. */
public final class ImportForm {
    /** A column that a table does not have. */
    static final String NO_COLUMN = "none";

    private final ImportOffer offer;
    private final Map<Setting<?>, StringProperty> settings = new LinkedHashMap<>();
    private final Map<String, StringProperty> columns = new LinkedHashMap<>();
    private final StringProperty name = new SimpleStringProperty("");
    private final ObjectBinding<String> problem;

    /** Fills the fields with what can be guessed. */
    public ImportForm(ImportOffer offer) {
        this.offer = offer;
        switch (offer) {
            case ImportOffer.Networks it -> NetworkImport.asked(it.saved()).forEach(
                    setting -> settings.put(setting, new SimpleStringProperty("")));
            case ImportOffer.Columns it -> {
                List.of(Settings.OPERATION, Settings.P).forEach(
                        setting -> settings.put(setting, new SimpleStringProperty("")));
                guess(it.curves());
            }
        }
        problem = Bindings.createObjectBinding(this::problemNow,
                Stream.concat(settings.values().stream(), columns.values().stream()).toArray(StringProperty[]::new));
    }

    private void guess(Curves curves) {
        Map<String, String> guessed = new LinkedHashMap<>();
        try {
            CurveColumns found = CurveColumns.guess(curves, Map.of());
            guessed.put("step", found.step());
            found.measures().forEach((measure, column) -> guessed.put(measure.key(), column));
        } catch (InvalidSetting nothingGuessed) {
            // Then a person chooses.
        }
        Stream.concat(Stream.of("step"), CurveColumns.OFFERED.stream().map(Measure::key)).forEach(
                key -> columns.put(key, new SimpleStringProperty(guessed.getOrDefault(key, NO_COLUMN))));
    }

    /** Returns the settings that the files do not say. */
    Map<Setting<?>, StringProperty> settings() {
        return settings;
    }

    /** Returns the columns of a table by {@code step} and by the measures' keys; empty for networks. */
    Map<String, StringProperty> columns() {
        return columns;
    }

    /** Returns what people will call the run; blank for a suggested name. */
    StringProperty name() {
        return name;
    }

    /** Returns why no run can come of it, in a sentence; empty when one can. */
    public ObservableValue<String> problem() {
        return problem;
    }

    /** Returns what was found in the files, in a phrase. */
    public String found() {
        return switch (offer) {
            case ImportOffer.Networks it -> {
                int count = it.saved().places().size();
                yield NumberText.count(count, "network") + " with the names of " + it.saved().names() + ", at step"
                        + (count == 1 ? " " : "s ") + NumberText.count(it.saved().places().firstKey())
                        + (count == 1 ? "" : " to " + NumberText.count(it.saved().places().lastKey())) + ".";
            }
            case ImportOffer.Columns it -> NumberText.count(it.curves().rows().size(), "row") + " of numbers in "
                    + NumberText.count(it.curves().columns().size(), "column") + ".";
        };
    }

    /** Returns what a person wants. */
    public ImportOrder order() {
        Map<Setting<?>, String> typed = new LinkedHashMap<>();
        settings.forEach((setting, field) -> {
            if (!text(field).isEmpty()) {
                typed.put(setting, text(field));
            }
        });
        Map<String, String> chosen = new LinkedHashMap<>();
        columns.forEach((key, field) -> {
            if (!text(field).isEmpty() && !text(field).equals(NO_COLUMN)) {
                chosen.put(key, text(field));
            }
        });
        return new ImportOrder(offer, typed, chosen, text(name));
    }

    private String problemNow() {
        ImportOrder order = order();
        try {
            switch (offer) {
                case ImportOffer.Networks it -> NetworkImport.configuration(it.saved(), order.typed(), Setting::label);
                case ImportOffer.Columns it -> CurveImport.plan(it.curves(), "", order.columns(), order.typed(),
                        Setting::label, 1);
            }
            return "";
        } catch (InvalidSetting | IOException refused) {
            return ProblemSentence.of(refused);
        }
    }

    private static String text(StringProperty field) {
        return field.get() == null ? "" : field.get().strip();
    }
}
