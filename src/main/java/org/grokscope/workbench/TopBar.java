package org.grokscope.workbench;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.grokscope.workbench.control.ClickKeepsFocus;
import org.grokscope.workbench.control.Icon;
import org.grokscope.workbench.control.Mark;

/** The bar at the head of the window. */
final class TopBar {
    private static final double RUN_BUTTON_WIDTH = 96;
    private static final double ROOM_FOR_NAME = 1100;

    private final WorkbenchModel model;
    private final Workbench commands;

    TopBar(WorkbenchModel model, Workbench commands) {
        this.model = model;
        this.commands = commands;
    }

    Region build() {
        Label name = new Label("", new Mark());
        name.getStyleClass().add("program-name");
        Button newRun = button("new-run", "New run\u2026", "Start a run (Ctrl+N)", commands::newRun);
        newRun.getStyleClass().add("accent");
        Button pause = button("pause", "Pause", "", commands::pauseOrResume);
        pause.setMinWidth(RUN_BUTTON_WIDTH);
        model.control().subscribe(control -> show(control, pause));
        Button export = button("export", "Export figure\u2026",
                "Write what the page shows as a figure for a paper (Ctrl+E)",
                commands.exports()::export);
        export.disableProperty().bind(model.runs().chosen().map(Optional::isEmpty));
        Button studies = button("studies", "Studies\u2026", "The paper's claims, tried again", commands::studies);
        Button preferences = button("preferences-button", "", "Preferences (Ctrl+comma)", commands::choosePreferences);
        preferences.getStyleClass().add("icon-button");
        preferences.setGraphic(Icon.COG.node());
        preferences.setAccessibleText("Preferences");
        Button dark = button("dark", "", "", () -> model.dark().set(!model.dark().get()));
        dark.getStyleClass().add("icon-button");
        model.dark().addListener(_ -> showTheme(dark));
        showTheme(dark);
        HBox bar = new HBox(name, newRun, pause, space(), new PageTabs(model.page()).build(), space(), studies,
                export, preferences, dark);
        // In a narrow window the mark says enough; a name cut off would not.
        name.textProperty()
                .bind(bar.widthProperty().map(width -> width.doubleValue() < ROOM_FOR_NAME ? "" : "Grokscope"));
        bar.getStyleClass().add("top-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        return bar;
    }

    private static Region space() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return space;
    }

    private static Button button(String id, String text, String tip, Runnable action) {
        Button button = ClickKeepsFocus.on(new Button(text));
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setTooltip(new Tooltip(tip));
        button.setOnAction(_ -> action.run());
        return button;
    }

    private static void show(RunControl control, Button pause) {
        boolean resumes = control == RunControl.RESUME || control == RunControl.SUBMIT;
        pause.setText(resumes ? "Resume" : "Pause");
        pause.setGraphic((resumes ? Icon.RESUME : Icon.PAUSE).node());
        pause.getTooltip().setText(resumes
                ? "Let the chosen run go on from its checkpoint (Space)"
                : "Take the chosen run out of training, with a checkpoint to go on from (Space)");
        pause.setDisable(control == RunControl.NONE);
    }

    private void showTheme(Button dark) {
        boolean isDark = model.dark().get();
        dark.setGraphic((isDark ? Icon.SUN : Icon.MOON).node());
        dark.getTooltip().setText(isDark ? "Light window" : "Dark window");
        dark.setAccessibleText(dark.getTooltip().getText());
    }
}
