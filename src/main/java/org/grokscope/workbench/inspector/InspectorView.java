package org.grokscope.workbench.inspector;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The column of cards. */
public final class InspectorView {
    private static final int PARTS = 3;

    private final InspectorModel model;
    private final Node fork;
    private final VBox column = new VBox();
    private final VBox numbers = new VBox();
    private final VBox context = new VBox();
    private final ScrollPane pane = new ScrollPane(column);

    /**
     * Makes the view of a model.
     *
     * @param fork the card that forks the run, which stands between its numbers and its settings
     */
    public InspectorView(InspectorModel model, Node fork) {
        this.model = model;
        this.fork = fork;
    }

    /** Builds the pane. */
    public Region build() {
        column.getStyleClass().add("inspector");
        numbers.getStyleClass().add("inspector-part");
        context.getStyleClass().add("inspector-part");
        pane.setId("inspector");
        pane.setFitToWidth(true);
        pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        pane.getStyleClass().add("inspector-pane");
        model.cards().addListener((_, _, cards) -> show(cards));
        show(model.cards().getValue());
        return pane;
    }

    /** Scrolls so that the fork card is in view. */
    public void revealFork() {
        pane.applyCss();
        pane.layout();
        double hidden = column.getHeight() - pane.getViewportBounds().getHeight();
        double below = fork.getBoundsInParent().getMaxY() - pane.getViewportBounds().getHeight();
        pane.setVvalue(hidden <= 0 ? 0 : Math.clamp(below / hidden, 0, 1));
    }

    private void show(List<Card> cards) {
        if (cards.isEmpty()) {
            Label nothing = new Label("Choose a run to see its numbers.");
            nothing.getStyleClass().add("hint");
            nothing.setWrapText(true);
            column.getChildren().setAll(nothing);
            return;
        }
        int first = (int) cards.stream().takeWhile(card -> !card.title().equals(Cards.CONFIGURATION)).count();
        show(numbers, cards.subList(0, first));
        show(context, cards.subList(first, cards.size()));
        if (column.getChildren().size() != PARTS) {
            column.getChildren().setAll(numbers, fork, context);
        }
    }

    private static void show(VBox part, List<Card> cards) {
        while (part.getChildren().size() < cards.size()) {
            part.getChildren().add(new CardView());
        }
        part.getChildren().remove(cards.size(), part.getChildren().size());
        for (int place = 0; place < cards.size(); place++) {
            ((CardView) part.getChildren().get(place)).show(cards.get(place));
        }
    }
}
