package org.grokscope.workbench;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.grokscope.workbench.forks.ForksView;
import org.grokscope.workbench.inspector.InspectorView;
import org.grokscope.workbench.runs.RunsView;
import org.grokscope.workbench.status.StatusBar;
import org.grokscope.workbench.timeline.TimelineView;

/** Lays out the window: runs, timeline and inspector between the bars at head and foot. */
final class WorkbenchView {
    private static final double RUNS_WIDTH = 292;
    private static final double INSPECTOR_WIDTH = 292;
    private static final double NARROWEST_PANE = 220;
    private static final double NARROWEST_TIMELINE = 360;
    private static final KeyCodeCombination NEW_RUN = new KeyCodeCombination(KeyCode.N, KeyCombination.SHORTCUT_DOWN);

    private final WorkbenchModel model;
    private final Workbench commands;

    WorkbenchView(WorkbenchModel model, Workbench commands) {
        this.model = model;
        this.commands = commands;
    }

    Parent build() {
        BorderPane window = new BorderPane();
        window.getStyleClass().add("workbench");
        window.setTop(new VBox(new TopBar(model, commands).build(), new NoticeBar(model.notice()).build()));
        window.setCenter(panes());
        window.setBottom(new StatusBar(model.status()).build());
        window.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        return window;
    }

    private Region panes() {
        Region runs = new RunsView(model.runs(), commands).build();
        Region inspector = new InspectorView(model.inspector()).build();
        runs.setMinWidth(NARROWEST_PANE);
        inspector.setMinWidth(NARROWEST_PANE);
        Region middle = middle();
        middle.setMinWidth(NARROWEST_TIMELINE);
        SplitPane panes = new SplitPane(runs, middle, inspector);
        panes.getStyleClass().add("panes");
        SplitPane.setResizableWithParent(runs, false);
        SplitPane.setResizableWithParent(inspector, false);
        placeDividers(panes);
        return panes;
    }

    /** The side panes have their widths in pixels, which a split pane only takes as shares of its own. */
    private static void placeDividers(SplitPane panes) {
        ChangeListener<Number> once = new ChangeListener<>() {
            @Override
            public void changed(ObservableValue<? extends Number> width, Number before,
                    Number after) {
                if (after.doubleValue() > RUNS_WIDTH + INSPECTOR_WIDTH) {
                    panes.widthProperty().removeListener(this);
                    panes.setDividerPositions(RUNS_WIDTH / after.doubleValue(),
                            1 - INSPECTOR_WIDTH / after.doubleValue());
                }
            }
        };
        panes.widthProperty().addListener(once);
    }

    private Region middle() {
        Region timeline = new TimelineView(model.timeline()).node();
        Region forks = new ForksView(model.forks(), commands::addBranches).node();
        Region empty = EmptyState.build(commands::newRun);
        BooleanBinding noRuns = Bindings.createBooleanBinding(() -> model.runs().runs().get().isEmpty(),
                model.runs().runs());
        timeline.visibleProperty().bind(noRuns.not().and(model.page().isEqualTo(Page.TIMELINE)));
        forks.visibleProperty().bind(noRuns.not().and(model.page().isEqualTo(Page.FORKS)));
        empty.visibleProperty().bind(noRuns.and(model.read()));
        StackPane page = new StackPane(timeline, forks, empty);
        page.getStyleClass().add("page");
        return page;
    }

    private void pressed(KeyEvent key) {
        if (NEW_RUN.match(key)) {
            key.consume();
            commands.newRun();
        } else if (Page.of(key).isPresent()) {
            model.page().set(Page.of(key).orElseThrow());
            key.consume();
        } else if (key.getCode() == KeyCode.SPACE && !takesSpace(key.getTarget())) {
            key.consume();
            commands.pauseOrResume();
        }
    }

    private static boolean takesSpace(Object target) {
        return target instanceof TextInputControl || target instanceof ButtonBase || target instanceof ComboBoxBase<?>;
    }
}
