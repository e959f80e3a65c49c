package org.grokscope.workbench;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.beans.property.ObjectProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.grokscope.workbench.control.Clipboards;
import org.grokscope.workbench.control.Icon;

/**
 * A card in the corner of the window that says what went wrong or was done, until it is closed. It lies on top of what is
 * there: nothing moves when it comes or goes.
 */
final class NoticeCard {
    private static final PseudoClass DONE = PseudoClass.getPseudoClass("done");
    private static final double WIDTH = 420;
    private static final Insets FROM_THE_CORNER = new Insets(14);

    private final ObjectProperty<Optional<Notice>> notice;

    NoticeCard(ObjectProperty<Optional<Notice>> notice) {
        this.notice = notice;
    }

    Region build() {
        VBox card = new VBox(head(), foot());
        card.getStyleClass().add("notice");
        card.setMaxSize(WIDTH, Region.USE_PREF_SIZE);
        StackPane.setAlignment(card, Pos.BOTTOM_RIGHT);
        StackPane.setMargin(card, FROM_THE_CORNER);
        card.visibleProperty().bind(notice.map(Optional::isPresent));
        card.managedProperty().bind(card.visibleProperty());
        notice.subscribe(it -> card.pseudoClassStateChanged(DONE, it.filter(Notice::wrong).isEmpty()));
        return card;
    }

    private Node head() {
        Label sentence = new Label();
        sentence.setId("notice");
        sentence.setWrapText(true);
        sentence.setMaxWidth(Double.MAX_VALUE);
        sentence.textProperty().bind(notice.map(it -> it.map(Notice::sentence).orElse("")));
        HBox.setHgrow(sentence, Priority.ALWAYS);
        Node warning = Icon.WARNING.node();
        warning.getStyleClass().add("notice-warning");
        showIf(warning, Notice::wrong);
        Button close = new Button("", Icon.CLOSE.node());
        close.getStyleClass().add("icon-button");
        close.setMinWidth(Region.USE_PREF_SIZE);
        close.setAccessibleText("Close");
        close.setTooltip(new Tooltip("Close"));
        close.setOnAction(_ -> notice.set(Optional.empty()));
        HBox head = new HBox(warning, sentence, close);
        head.getStyleClass().add("notice-head");
        return head;
    }

    private Node foot() {
        Button copy = new Button("Copy details");
        copy.setMinWidth(Region.USE_PREF_SIZE);
        copy.setOnAction(_ -> notice.get().ifPresent(NoticeCard::copy));
        showIf(copy, it -> !it.details().isEmpty());
        HBox remedies = new HBox();
        remedies.getStyleClass().add("notice-foot");
        remedies.setMinWidth(Region.USE_PREF_SIZE);
        notice.subscribe(it -> remedies.getChildren()
                .setAll(it.map(Notice::remedies).orElse(List.of()).stream().map(NoticeCard::button).toList()));
        HBox foot = new HBox(remedies, copy);
        foot.getStyleClass().add("notice-foot");
        showIf(foot, it -> !it.details().isEmpty() || !it.remedies().isEmpty());
        return foot;
    }

    private void showIf(Node node, Predicate<Notice> wanted) {
        node.visibleProperty().bind(notice.map(it -> it.filter(wanted).isPresent()));
        node.managedProperty().bind(node.visibleProperty());
    }

    private static Button button(Notice.Remedy remedy) {
        Button button = new Button(remedy.label());
        button.getStyleClass().add("notice-remedy");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> remedy.action().run());
        return button;
    }

    private static void copy(Notice notice) {
        Clipboards.text(notice.sentence() + "\n\n" + notice.details());
    }
}
