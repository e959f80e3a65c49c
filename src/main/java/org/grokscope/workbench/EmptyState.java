package org.grokscope.workbench;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.grokscope.workbench.control.ClickKeepsFocus;
import org.grokscope.workbench.control.Mark;

/** What stands in the middle while there are no runs. */
final class EmptyState {
    private static final double MARK_SCALE = 3;
    private static final double TEXT_WIDTH = 400;

    private EmptyState() {}

    static Region build(Runnable newRun) {
        Mark mark = new Mark();
        mark.setScaleX(MARK_SCALE);
        mark.setScaleY(MARK_SCALE);
        Label title = new Label("Watch a network grok");
        title.getStyleClass().add("empty-title");
        Label text = new Label("Start a run: a small transformer learns to add modulo a prime. It memorises its "
                + "training pairs within a few hundred steps, and thousands of steps later it suddenly generalises.");
        text.setWrapText(true);
        text.setMaxWidth(TEXT_WIDTH);
        text.setTextAlignment(TextAlignment.CENTER);
        text.getStyleClass().add("empty-text");
        Button start = ClickKeepsFocus.on(new Button("New run\u2026"));
        start.setId("empty-new-run");
        start.getStyleClass().add("accent");
        start.setOnAction(_ -> newRun.run());
        VBox box = new VBox(mark, title, text, start);
        box.getStyleClass().add("empty");
        box.setAlignment(Pos.CENTER);
        return box;
    }
}
