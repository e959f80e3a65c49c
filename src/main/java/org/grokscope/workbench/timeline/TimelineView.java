package org.grokscope.workbench.timeline;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.grokscope.figure.FigureStyle;
import org.grokscope.figure.GrokGhost;
import org.grokscope.figure.DrawnPanels;
import org.grokscope.figure.TimelineFigure;
import org.grokscope.figure.TimelineGeometry;
import org.grokscope.figure.TimelineRun;
import org.grokscope.figure.export.FigureName;
import org.grokscope.measure.Alarm;
import org.grokscope.measure.Evaluation;
import org.grokscope.measure.Milestone;
import org.grokscope.measure.Panel;
import org.grokscope.run.RunHistory;
import org.grokscope.text.FirstLetter;
import org.grokscope.text.Glossary;
import org.grokscope.text.StepLabel;
import org.grokscope.workbench.chart.FigureViewer;
import org.grokscope.workbench.chart.OnScreen;
import org.grokscope.workbench.chart.Redraw;
import org.grokscope.workbench.export.ExportMenu;
import org.grokscope.workbench.replay.ReplayModel;
import org.grokscope.workbench.runs.MovedAlarms;

/** The timeline as a node: the figure, and over it crosshair, read-out and cursor. For use on the JavaFX thread. */
public final class TimelineView {
    private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");
    /** Where the title and the legend of a chart stand above it, in pixels. */
    private static final double HEADING_HEIGHT = 24;

    private final TimelineModel model;
    private final BorderPane root = new BorderPane();
    private final StackPane charts = new StackPane();
    private final FigureViewer viewer = new FigureViewer();
    private final FlagSpring spring = new FlagSpring(viewer);
    private final CrosshairOverlay overlay;
    private final CrosshairPane crosshair;
    private final CursorBar cursorBar;
    private final Redraw redraw;
    private final TimelineMenu menu;
    private Consumer<String> choose = _ -> {};
    private IntConsumer look = _ -> {};
    private FigureStyle style = FigureStyle.LIGHT;
    private List<Panel> panels = Panel.DEFAULT;
    private List<Alarm> further = List.of();
    private TimelineFigure figure = new TimelineFigure(style, panels);

    /**
     * Builds the node, which from then on shows the model.
     *
     * @param replay of the primary run
     * @param forkHere hears that a person wants to fork at the cursor
     */
    public TimelineView(TimelineModel model, ReplayModel replay, Runnable forkHere) {
        this.model = model;
        this.cursorBar = new CursorBar(model, replay);
        this.overlay = new CrosshairOverlay(() -> figure.geometry(), step -> figure.dotsAt(step),
                () -> style == FigureStyle.DARK);
        viewer.getCanvas().addOverlay(overlay);
        this.crosshair = new CrosshairPane(model, overlay, forkHere, k -> figure.rowOf(k))
                .looking(k -> look.accept(k));
        this.redraw = new Redraw(OnScreen.of(root), this::draw);
        build();
        listen();
        this.menu = new TimelineMenu(model);
        new TimelineGestures(model, viewer, crosshair, (x, y) -> figure.markAt(x, y), (x, y) -> figure.runAt(x, y),
                (x, y) -> figure.frequencyAt(x, y), this::meaningAt, run -> choose.accept(run));
        charts.setOnContextMenuRequested(event -> menu.show(charts, event.getScreenX(), event.getScreenY()));
        charts.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> menu.hide());
    }

    /** Returns the node to place in a window. */
    public Region node() {
        return root;
    }

    /** Lets a run be chosen by its curve or its name in the legend. */
    public TimelineView choosing(Consumer<String> run) {
        choose = run;
        return this;
    }

    /** Lets a frequency be looked along that was clicked in the heat map. */
    public TimelineView looking(IntConsumer frequency) {
        look = frequency;
        return this;
    }

    /** Lets the levels of alarms be moved, and alarms be added. */
    public TimelineView moving(MovedAlarms alarms) {
        AlarmDrag drag = new AlarmDrag(model, alarms, charts, crosshair, () -> figure);
        menu.alarms(alarms, drag::add);
        alarms.further().subscribe(added -> {
            further = added;
            redraw.request();
        });
        return this;
    }

    /** Says when the charts do not yet show the run that was chosen. */
    public TimelineView awaiting(ObservableValue<Optional<RunHistory>> chosen) {
        charts.getChildren().add(new ReadingVeil(chosen).node());
        return this;
    }

    /** Lets the figure be exported from its menu. */
    public TimelineView exporting(Consumer<FigureName> export) {
        menu.getItems().addAll(new SeparatorMenuItem(), ExportMenu.item(FigureName.TIMELINE, export));
        return this;
    }

    /** Returns what lets a flag spring. */
    FlagSpring spring() {
        return spring;
    }

    private void build() {
        root.getStyleClass().add("timeline");
        root.getStylesheets()
                .add(Objects.requireNonNull(TimelineView.class.getResource("timeline.css")).toExternalForm());
        root.setMinSize(0, 0);
        charts.setMinSize(0, 0);
        viewer.setId("timeline-chart");
        charts.getChildren().addAll(viewer, overlay.node(), crosshair);
        root.setTop(new LegendBar(model, run -> choose.accept(run)).build());
        root.setCenter(charts);
        root.setBottom(cursorBar.build());
        crosshair.setFocusTraversable(true);
        crosshair.getStyleClass().add("timeline-crosshair");
    }

    private void listen() {
        model.runsProperty().subscribe(redraw::request);
        model.visibleProperty().subscribe(redraw::request);
        model.ghostsProperty().subscribe(redraw::request);
        model.logAxisProperty().subscribe(redraw::request);
        model.veiledProperty().subscribe(redraw::request);
        model.highlightedProperty().subscribe(redraw::request);
        model.panelsProperty().subscribe(redraw::request);
        model.darkProperty().subscribe(dark -> {
            root.pseudoClassStateChanged(DARK, dark);
            redraw.request();
        });
        model.cursorStepProperty().subscribe(step -> {
            crosshair.setAccessibleText(spoken(step.intValue()));
            redraw.request();
        });
        redraw.whenResized(root, List.of(viewer));
    }

    private void draw() {
        FigureStyle wanted = model.darkProperty().get() ? FigureStyle.DARK : FigureStyle.LIGHT;
        List<Panel> drawnPanels = DrawnPanels.of(model.panelsProperty().get(),
                model.runsProperty().get().stream().map(TimelineRun::history).toList());
        if (wanted != style || !panels.equals(drawnPanels)) {
            style = wanted;
            panels = drawnPanels;
            figure = new TimelineFigure(style, panels);
        }
        int cursor = model.cursorStepProperty().get();
        OptionalInt at = cursor == TimelineModel.NONE ? OptionalInt.empty() : OptionalInt.of(cursor);
        viewer.show(figure.chart());
        figure.alarms(further);
        figure.ghosts(model.ghostsProperty().get());
        figure.leaveRoomAt(at);
        figure.revealUpTo(model.veiledProperty().get() ? at : OptionalInt.empty());
        figure.highlight(several() ? model.highlightedProperty().get() : Optional.empty());
        figure.update(model.runsProperty().get(), model.visibleProperty().get(), model.logAxisProperty().get());
        Optional<TimelineGeometry> drawn = viewer.hasRoom() ? figure.geometry() : Optional.empty();
        crosshair.geometry(drawn.orElse(null));
        if (drawn.isPresent()) {
            spring.drawn(model.primary().map(run -> run.history().head().id()).orElse(""),
                    figure.flagOf(Milestone.GROKKED));
        }
        drawn.ifPresent(it -> cursorBar.edges(it.plotArea()));
    }

    /** Says what a milestone's label, or the title and legend of a chart, means. */
    private Optional<String> meaningAt(double x, double y) {
        Optional<String> expected = figure.ghostAt(x, y).map(GrokGhost::words);
        if (expected.isPresent()) {
            return expected;
        }
        Optional<String> term = figure.termAt(x, y);
        TimelineGeometry drawn = crosshair.geometry();
        if (term.isPresent() || drawn == null) {
            return term.flatMap(Glossary::of);
        }
        for (int place = 0; place < panels.size() && place < drawn.panels().size(); place++) {
            double below = drawn.panels().get(place).getMinY() - y;
            if (below > 0 && below < HEADING_HEIGHT) {
                return Optional.of(panels.get(place).terms().stream()
                        .flatMap(each -> Glossary.of(each).map(text -> FirstLetter.large(each) + ": " + text).stream())
                        .collect(Collectors.joining("\n\n")));
            }
        }
        return Optional.empty();
    }

    private boolean several() {
        return model.runsProperty().get().size() > 1;
    }

    private String spoken(int step) {
        return model.evaluationAt(step).map(Evaluation::step)
                .map(at -> "Timeline, cursor at step " + StepLabel.of(at)).orElse("Timeline");
    }
}
