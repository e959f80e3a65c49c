package org.grokscope.workbench;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.grokscope.workbench.control.Clipboards;
import org.grokscope.workbench.control.Icon;

/** A bar under the head of the window that says what went wrong, until it is closed. */
final class NoticeBar {
    private static final PseudoClass DONE = PseudoClass.getPseudoClass("done");

    private final ObjectProperty<Optional<Notice>> notice;

    NoticeBar(ObjectProperty<Optional<Notice>> notice) {
        this.notice = notice;
    }

    Region build() {
        Label sentence = new Label();
        sentence.setId("notice");
        sentence.setWrapText(true);
        sentence.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        Button copy = new Button("Copy details");
        copy.setMinWidth(Region.USE_PREF_SIZE);
        copy.setOnAction(_ -> notice.get().ifPresent(NoticeBar::copy));
        copy.managedProperty().bind(copy.visibleProperty());
        copy.visibleProperty().bind(notice.map(it -> it.filter(some -> !some.details().isEmpty()).isPresent()));
        HBox remedies = new HBox(8);
        remedies.setMinWidth(Region.USE_PREF_SIZE);
        notice.subscribe(it -> remedies.getChildren()
                .setAll(it.map(Notice::remedies).orElse(List.of()).stream().map(NoticeBar::button).toList()));
        Node warning = Icon.WARNING.node();
        warning.getStyleClass().add("notice-warning");
        warning.managedProperty().bind(warning.visibleProperty());
        warning.visibleProperty().bind(notice.map(it -> it.filter(Notice::wrong).isPresent()));
        Button close = new Button("", Icon.CLOSE.node());
        close.getStyleClass().add("icon-button");
        close.setAccessibleText("Close");
        close.setTooltip(new Tooltip("Close"));
        close.setOnAction(_ -> notice.set(Optional.empty()));
        HBox bar = new HBox(warning, sentence, remedies, copy, close);
        bar.getStyleClass().add("notice");
        bar.setAlignment(Pos.CENTER_LEFT);
        notice.addListener(_ -> show(bar, sentence));
        show(bar, sentence);
        return bar;
    }

    private void show(HBox bar, Label sentence) {
        sentence.setText(notice.get().map(Notice::sentence).orElse(""));
        bar.pseudoClassStateChanged(DONE, notice.get().filter(it -> !it.wrong()).isPresent());
        bar.setVisible(notice.get().isPresent());
        bar.setManaged(notice.get().isPresent());
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
