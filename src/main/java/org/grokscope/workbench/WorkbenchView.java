package org.grokscope.workbench;

import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.grokscope.run.BundledRuns;
import org.grokscope.workbench.chart.OnScreen;
import org.grokscope.workbench.circuit.CircuitView;
import org.grokscope.workbench.compare.CompareView;
import org.grokscope.workbench.forkcard.ForkCard;
import org.grokscope.workbench.forks.ForksView;
import org.grokscope.workbench.inspector.InspectorView;
import org.grokscope.workbench.replay.ReplayClock;
import org.grokscope.workbench.runs.RunsView;
import org.grokscope.workbench.status.StatusBar;
import org.grokscope.workbench.timeline.TimelineView;
import org.grokscope.workbench.tour.TourBar;

/** Lays out the window: runs, timeline and inspector between the bars at head and foot. */
final class WorkbenchView {
    private static final double NARROWEST_PANE = 220;
    private static final double NARROWEST_TIMELINE = 360;

    private final WorkbenchModel model;
    private final Workbench commands;

    WorkbenchView(WorkbenchModel model, Workbench commands) {
        this.model = model;
        this.commands = commands;
    }

    Parent build() {
        BorderPane window = new BorderPane();
        window.getStyleClass().add("workbench");
        window.setTop(new TopBar(model, commands).build());
        window.setCenter(new StackPane(panes(), new NoticeCard(model.notice()).build()));
        window.setBottom(new StatusBar(model.status(), commands.tasks().shown()).build());
        new ReplayClock(model.replay(), OnScreen.of(window), model.circuit().trainingProperty());
        return window;
    }

    private Region panes() {
        Region runs = new RunsView(model.runs(), commands.runActions(),
                new FolderMenu(commands.folders(), commands.imports()::choose, commands.runActions()::emptyTrash,
                        commands.plans(),
                        commands.tours()).build())
                .touring(commands.tours()::offered, commands.tours()::take).receiving(commands.imports()::files)
                .build();
        Region inspector = inspector();
        runs.setMinWidth(NARROWEST_PANE);
        inspector.setMinWidth(NARROWEST_PANE);
        VBox middle = new VBox(hint(), new TourBar(commands.tours().tour()).build(), middle());
        middle.setMinWidth(NARROWEST_TIMELINE);
        SplitPane panes = new SplitPane(runs, middle, inspector);
        panes.getStyleClass().add("panes");
        SplitPane.setResizableWithParent(runs, false);
        SplitPane.setResizableWithParent(inspector, false);
        PaneWidths widths = new PaneWidths(panes, commands.preferences().paneWidths());
        model.runsFolded().subscribe((_, folded) -> widths.fold(true, folded));
        model.inspectorFolded().subscribe((_, folded) -> widths.fold(false, folded));
        return panes;
    }

    private Region hint() {
        BooleanBinding samples = Bindings.createBooleanBinding(
                () -> BundledRuns.folder().filter(folder -> model.runs().runs().get().stream()
                        .anyMatch(run -> Path.of(run.head().id()).startsWith(folder))).isPresent()
                        && commands.tours().tour().stopProperty().get().isEmpty(),
                model.runs().runs(), commands.tours().tour().stopProperty());
        return new HintBar(commands.preferences().dismissedHints(), samples, commands.tours()::take).build();
    }

    private Region inspector() {
        ForkCard fork = new ForkCard(model.fork(), commands.forks()::fork, commands.forks()::copyFork)
                .leading(model.timeline()::lead);
        InspectorView inspector = new InspectorView(model.inspector(), fork.node());
        Region pane = inspector.build();
        model.forkAsked().addListener(_ -> {
            model.fork().open().set(true);
            model.inspectorFolded().set(false);
            inspector.revealFork();
            fork.focus();
        });
        return pane;
    }

    private Region middle() {
        Region timeline = new TimelineView(model.timeline(), model.replay(), commands.forks()::forkHere)
                .choosing(model.runs()::choose).looking(this::look).moving(model.moved())
                .awaiting(model.runs().chosen()).exporting(commands.exports()::export).node();
        Region circuit = new CircuitView(model.circuit(), model.replay()).exporting(commands.exports()::export)
                .forkingWithout(commands.forks()::forkWith).node();
        LookActions look = new LookActions(model);
        Region forks = new ForksView(model.forks(), commands.forks()::addBranches, look::insideBranch)
                .exporting(commands.exports()::export).choosing(model.runs()::choose).node();
        Region compare = new CompareView(model.compare(), model::selectAll, look::insideSelected)
                .exporting(commands.exports()::export).choosing(model.runs()::choose).node();
        Region empty = EmptyState.build(commands::newRun);
        BooleanBinding noRuns = Bindings.createBooleanBinding(() -> model.runs().runs().get().isEmpty(),
                model.runs().runs());
        timeline.visibleProperty().bind(noRuns.not().and(model.page().isEqualTo(Page.TIMELINE)));
        circuit.visibleProperty().bind(noRuns.not().and(model.page().isEqualTo(Page.CIRCUIT)));
        forks.visibleProperty().bind(noRuns.not().and(model.page().isEqualTo(Page.FORKS)));
        compare.visibleProperty().bind(noRuns.not().and(model.page().isEqualTo(Page.COMPARE)));
        empty.visibleProperty().bind(noRuns.and(model.read()));
        StackPane page = new StackPane(timeline, circuit, forks, compare, empty);
        page.getStyleClass().add("page");
        VBox.setVgrow(page, Priority.ALWAYS);
        model.page().addListener(_ -> keepFocus(page));
        return page;
    }

    /** Leads from the heat map to the circle of one of its frequencies. */
    private void look(int frequency) {
        model.timeline().clickedProperty().set(false);
        model.circuit().look(frequency);
        model.page().set(Page.CIRCUIT);
    }

    /** The toolkit would let the focus go on to whatever comes next, and the inspector scroll to it. */
    private static void keepFocus(Region page) {
        Node owner = page.getScene() == null ? null : page.getScene().getFocusOwner();
        if (Stream.iterate(owner, Objects::nonNull, Node::getParent).anyMatch(page::equals)) {
            page.requestFocus();
        }
    }
}
