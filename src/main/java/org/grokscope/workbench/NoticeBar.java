package org.grokscope.workbench;

import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
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
        Button remedy = new Button();
        remedy.setId("notice-remedy");
        remedy.setMinWidth(Region.USE_PREF_SIZE);
        remedy.managedProperty().bind(remedy.visibleProperty());
        remedy.visibleProperty().bind(notice.map(it -> it.flatMap(Notice::remedy).isPresent()));
        remedy.textProperty().bind(notice.map(it -> it.flatMap(Notice::remedy).map(Notice.Remedy::label).orElse("")));
        remedy.setOnAction(_ -> notice.get().flatMap(Notice::remedy).ifPresent(it -> it.action().run()));
        Node warning = Icon.WARNING.node();
        warning.managedProperty().bind(warning.visibleProperty());
        warning.visibleProperty().bind(notice.map(it -> it.filter(Notice::wrong).isPresent()));
        Button close = new Button("", Icon.CLOSE.node());
        close.getStyleClass().add("icon-button");
        close.setAccessibleText("Close");
        close.setTooltip(new Tooltip("Close"));
        close.setOnAction(_ -> notice.set(Optional.empty()));
        HBox bar = new HBox(warning, sentence, remedy, copy, close);
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

    private static void copy(Notice notice) {
        ClipboardContent content = new ClipboardContent();
        content.putString(notice.sentence() + "\n\n" + notice.details());
        Clipboard.getSystemClipboard().setContent(content);
    }
}
