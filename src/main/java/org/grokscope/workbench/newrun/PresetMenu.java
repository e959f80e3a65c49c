package org.grokscope.workbench.newrun;

import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.grokscope.run.Preset;
import org.jspecify.annotations.Nullable;

/** The menu of published experiments: it fills the dialog's fields, and says where they come from and what to expect. */
final class PresetMenu extends VBox {
    private static final String OWN = "Settings of your own.";
    private static final double GAP = 14;

    private final ComboBox<Preset> choice = new ComboBox<>(FXCollections.observableArrayList(Preset.all()));
    private final Label source = new Label();

    /**
     * @param labelWidth of the labels of the fields below
     * @param width beyond which the source takes another line
     */
    PresetMenu(NewRunForm form, double labelWidth, double width) {
        super(GAP / 2);
        setPadding(new Insets(0, 0, 0, 3));
        choice.setId("new-run-preset");
        choice.setPromptText("of your own");
        // As wide as the longest of them, whichever is chosen.
        choice.setStyle("-fx-pref-width: 16em");
        choice.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Preset preset) {
                return preset == null ? "" : preset.title();
            }

            @Override
            public @Nullable Preset fromString(@Nullable String title) {
                return null;
            }
        });
        Label label = new Label("Preset");
        label.setLabelFor(choice);
        label.getStyleClass().add("field-label");
        label.setMinWidth(labelWidth);
        source.setId("new-run-preset-source");
        sentence(source, width);
        HBox row = new HBox(GAP, label, choice);
        row.setAlignment(Pos.CENTER_LEFT);
        // The fields below stay where they are, whichever preset it is.
        StackPane sentences = new StackPane();
        sentences.setAlignment(Pos.TOP_LEFT);
        Preset.all().forEach(preset -> {
            Label longest = new Label(words(preset));
            sentence(longest, width);
            longest.setVisible(false);
            sentences.getChildren().add(longest);
        });
        sentences.getChildren().add(source);
        getChildren().setAll(row, sentences);
        form.preset().subscribe(this::show);
        choice.valueProperty().subscribe(chosen -> {
            if (chosen != null && !form.preset().getValue().equals(Optional.of(chosen))) {
                form.fill(chosen);
            }
        });
    }

    private void show(Optional<Preset> preset) {
        choice.setValue(preset.orElse(null));
        source.setText(preset.map(PresetMenu::words).orElse(OWN));
        choice.setAccessibleHelp(source.getText());
    }

    private static String words(Preset preset) {
        return preset.source() + ". Expected: " + preset.expected();
    }

    private static void sentence(Label label, double width) {
        label.getStyleClass().add("caption");
        label.setWrapText(true);
        label.setPrefWidth(width);
        label.setMinHeight(Region.USE_PREF_SIZE);
    }
}
