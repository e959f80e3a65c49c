package org.grokscope.workbench;

import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.grokscope.workbench.look.Icon;

/** A bar under the head of the window that says what went wrong, until it is closed. */
final class NoticeBar {
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
        Button close = new Button("", Icon.CLOSE.node());
        close.getStyleClass().add("icon-button");
        close.setAccessibleText("Close");
        close.setOnAction(_ -> notice.set(Optional.empty()));
        HBox bar = new HBox(Icon.WARNING.node(), sentence, copy, close);
        bar.getStyleClass().add("notice");
        bar.setAlignment(Pos.CENTER_LEFT);
        notice.addListener(_ -> show(bar, sentence));
        show(bar, sentence);
        return bar;
    }

    private void show(HBox bar, Label sentence) {
        sentence.setText(notice.get().map(Notice::sentence).orElse(""));
        bar.setVisible(notice.get().isPresent());
        bar.setManaged(notice.get().isPresent());
    }

    private static void copy(Notice notice) {
        ClipboardContent content = new ClipboardContent();
        content.putString(notice.sentence() + "\n\n" + notice.details());
        Clipboard.getSystemClipboard().setContent(content);
    }
}
