package org.grokscope.workbench.export;

import java.util.Map;
import java.util.TreeMap;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The names that a person gave to what the fields say: choosing one fills the fields. */
final class SavedChoices {
    private static final double SPACE = 6;

    private final ExportForm form;
    private final ObjectProperty<Map<String, String>> saved;
    private final ComboBox<String> name = new ComboBox<>();

    /** @param saved what each name stands for, as preferences keep it */
    SavedChoices(ExportForm form, ObjectProperty<Map<String, String>> saved) {
        this.form = form;
        this.saved = saved;
    }

    Node node() {
        name.setId("export-saved");
        name.setAccessibleText("Name of the preset");
        name.setEditable(true);
        name.setPromptText("any name");
        name.getItems().setAll(saved.get().keySet());
        name.setMaxWidth(Double.MAX_VALUE);
        name.setMinWidth(0);
        name.getSelectionModel().selectedItemProperty().subscribe(chosen -> {
            String words = chosen == null ? null : saved.get().get(chosen);
            if (words != null) {
                form.take(ExportChoices.of(words));
            }
        });
        Button save = button("Save", "export-save");
        save.setOnAction(_ -> keep());
        Button forget = button("Forget", "export-forget");
        forget.setOnAction(_ -> forget());
        save.disableProperty().bind(name.getEditor().textProperty().map(String::isBlank));
        forget.disableProperty().bind(name.getEditor().textProperty().flatMap(
                typed -> saved.map(names -> !names.containsKey(typed.strip()))));
        HBox row = new HBox(SPACE, name, save, forget);
        row.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(name, Priority.ALWAYS);
        return row;
    }

    private static Button button(String text, String id) {
        Button button = new Button(text);
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    private void keep() {
        change(name.getEditor().getText().strip(), form.choices().words());
    }

    private void forget() {
        change(name.getEditor().getText().strip(), "");
        name.getEditor().clear();
    }

    /** @param words what the name stands for from now on; empty for nothing */
    private void change(String typed, String words) {
        Map<String, String> names = new TreeMap<>(saved.get());
        names.remove(typed);
        if (!words.isEmpty()) {
            names.put(typed, words);
        }
        saved.set(Map.copyOf(names));
        name.getItems().setAll(names.keySet());
        name.getEditor().setText(typed);
    }
}
