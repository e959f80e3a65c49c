package org.grokscope.workbench.inspector;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The column of cards. */
public final class InspectorView {
    private final InspectorModel model;
    private final VBox column = new VBox();

    /** Makes the view of a model. */
    public InspectorView(InspectorModel model) {
        this.model = model;
    }

    /** Builds the pane. */
    public Region build() {
        column.getStyleClass().add("inspector");
        ScrollPane pane = new ScrollPane(column);
        pane.setId("inspector");
        pane.setFitToWidth(true);
        pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        pane.getStyleClass().add("inspector-pane");
        model.cards().addListener((_, _, cards) -> show(cards));
        show(model.cards().getValue());
        return pane;
    }

    private void show(List<Card> cards) {
        if (cards.isEmpty()) {
            Label nothing = new Label("Choose a run to see its numbers.");
            nothing.getStyleClass().add("hint");
            nothing.setWrapText(true);
            column.getChildren().setAll(nothing);
            return;
        }
        column.getChildren().removeIf(node -> !(node instanceof CardView));
        while (column.getChildren().size() < cards.size()) {
            column.getChildren().add(new CardView());
        }
        column.getChildren().remove(cards.size(), column.getChildren().size());
        for (int place = 0; place < cards.size(); place++) {
            ((CardView) column.getChildren().get(place)).show(cards.get(place));
        }
    }
}
