package org.grokscope.workbench.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.grokscope.workbench.control.Clipboards;
import org.grokscope.workbench.control.TermTooltip;

/** A card on the screen. While its labels stay, new values are only written over the old ones. */
final class CardView extends VBox {
    private final Label title = new Label();
    private final Label note = new Label();
    private final GridPane lines = new GridPane();
    private final List<Label> values = new ArrayList<>();
    private Card shown = new Card("", "", List.of());

    CardView() {
        getStyleClass().add("card");
        title.getStyleClass().add("card-title");
        title.setWrapText(true);
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        note.getStyleClass().add("caption");
        note.setMinWidth(Region.USE_PREF_SIZE);
        HBox heading = new HBox(8, title, note);
        heading.setAlignment(Pos.BASELINE_LEFT);
        lines.getStyleClass().add("card-lines");
        ColumnConstraints labels = new ColumnConstraints();
        ColumnConstraints numbers = new ColumnConstraints();
        numbers.setHgrow(Priority.ALWAYS);
        numbers.setHalignment(HPos.RIGHT);
        lines.getColumnConstraints().setAll(labels, numbers);
        getChildren().setAll(heading, lines);
        MenuItem copy = new MenuItem("Copy");
        copy.setOnAction(_ -> copy());
        ContextMenu menu = new ContextMenu(copy);
        setOnContextMenuRequested(event -> menu.show(this, event.getScreenX(), event.getScreenY()));
    }

    void show(Card card) {
        if (card.equals(shown)) {
            return;
        }
        title.setText(card.title());
        note.setText(card.note());
        if (!labels(card).equals(labels(shown))) {
            lay(card);
        }
        for (int line = 0; line < values.size(); line++) {
            Fact fact = card.facts().get(line);
            Label value = values.get(line);
            value.setText(fact.value());
            // A number in two parts is two numbers.
            boolean words = fact.label().isEmpty() || fact.value().contains(" ");
            value.setWrapText(words);
            value.setMinWidth(words ? 0 : Region.USE_PREF_SIZE);
            value.getStyleClass().setAll("label", fact.label().isEmpty() ? "remark" : "value",
                    "tone-" + fact.tone().name().toLowerCase(Locale.ROOT));
        }
        shown = card;
    }

    private void lay(Card card) {
        lines.getChildren().clear();
        values.clear();
        for (Fact fact : card.facts()) {
            Label value = new Label();
            if (fact.label().isEmpty()) {
                lines.add(value, 0, values.size(), 2, 1);
            } else {
                Label label = new Label(fact.label());
                label.getStyleClass().add("fact");
                // What is long beside it takes several lines.
                label.setMinWidth(Region.USE_PREF_SIZE);
                TermTooltip.explain(label, fact.label());
                lines.add(label, 0, values.size());
                lines.add(value, 1, values.size());
            }
            values.add(value);
        }
    }

    private static List<String> labels(Card card) {
        return card.facts().stream().map(Fact::label).toList();
    }

    private void copy() {
        Clipboards.text(shown.text());
    }
}
