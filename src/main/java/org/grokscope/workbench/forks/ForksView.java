package org.grokscope.workbench.forks;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.grokscope.figure.FigureStyle;
import org.grokscope.figure.ForkChart;
import org.grokscope.figure.ForkFigure;
import org.grokscope.figure.export.FigureName;
import org.grokscope.workbench.chart.FigureViewer;
import org.grokscope.workbench.chart.MarkPointer;
import org.grokscope.workbench.chart.OnScreen;
import org.grokscope.workbench.chart.Redraw;
import org.grokscope.workbench.control.CardGrid;
import org.grokscope.workbench.control.Clipboards;
import org.grokscope.workbench.export.ExportMenu;

/** The forks of a run as a node: charts and table on cards. For use on the JavaFX thread. */
public final class ForksView {
    private static final double TEXT_WIDTH = 400;
    private static final double TIGHT_WIDTH = 520;

    private final ForksModel model;
    private final Runnable addBranches;
    private Consumer<String> choose = _ -> {};
    private final Map<ForkChart, MarkPointer> pointers = new EnumMap<>(ForkChart.class);
    private final Map<ForkChart, FigureViewer> viewers = new EnumMap<>(ForkChart.class);
    private final BranchPointers branches;
    private final ForkTable table;
    private final EffectTable effects;
    private final StepChoice stepChoice;
    private final Label note = new Label();
    private final Button look = new Button("Look inside both");
    private final StackPane root = new StackPane();
    private final ScrollPane cards;
    private final Region empty;
    private final Redraw redraw;
    private final Map<ForkChart, ForkFigure> figures = new EnumMap<>(ForkChart.class);

    /**
     * Builds the node, which from then on shows the model.
     *
     * @param addBranches begins to make more branches
     * @param lookInside shows the networks of a branch and of its control
     */
    public ForksView(ForksModel model, Runnable addBranches, Runnable lookInside) {
        this.model = model;
        this.branches = new BranchPointers(model.highlightedProperty(), run -> choose.accept(run));
        this.table = new ForkTable(branches);
        this.effects = new EffectTable(branches);
        look.setOnAction(_ -> lookInside.run());
        this.addBranches = addBranches;
        this.stepChoice = new StepChoice(model);
        for (ForkChart chart : ForkChart.values()) {
            viewers.put(chart, new FigureViewer());
            pointers.put(chart, branches.on(viewer(chart), () -> figure(chart)));
        }
        this.cards = cards();
        this.empty = emptyState();
        this.redraw = new Redraw(OnScreen.of(root), this::draw);
        root.getStyleClass().add("forks");
        root.getStylesheets().add(Objects.requireNonNull(ForksView.class.getResource("forks.css")).toExternalForm());
        root.setMinSize(0, 0);
        root.getChildren().setAll(cards, empty);
        listen();
    }

    /** Returns the node to place in a window. */
    public Region node() {
        return root;
    }

    /** Lets every chart be exported from its menu. */
    public ForksView exporting(Consumer<FigureName> export) {
        viewers.forEach((chart, viewer) -> ExportMenu.on(viewer, FigureName.of(chart), export));
        return this;
    }

    private ScrollPane cards() {
        ForksGrid grid = new ForksGrid(card(ForkChart.DELAY), card(ForkChart.NORM), tableCard(),
                card(ForkChart.LOG_LOG));
        return CardGrid.scrolling(grid, "forks-cards");
    }

    /** Lets a run be chosen by its mark. */
    public ForksView choosing(Consumer<String> run) {
        choose = run;
        return this;
    }

    private Region card(ForkChart chart) {
        StackPane card = new StackPane(viewer(chart));
        card.getStyleClass().addAll("card", "forks-chart");
        return card;
    }

    private Region tableCard() {
        Label title = new Label("Branches");
        title.getStyleClass().add("card-title");
        note.getStyleClass().add("caption");
        note.setWrapText(true);
        note.setMinHeight(Region.USE_PREF_SIZE);
        Button add = addButton("forks-add");
        Button copy = new Button("Copy table");
        copy.setId("forks-copy");
        copy.setOnAction(_ -> copy());
        look.setId("forks-look");
        look.setTooltip(
                new Tooltip("The networks of a branch and of its control side by side: the chosen branch, else the "
                        + "first that intervenes or has another \u03bb"));
        FlowPane buttons = new FlowPane(8, 8, add, look, copy, stepChoice.node());
        buttons.getStyleClass().add("forks-buttons");
        buttons.setAlignment(Pos.CENTER_LEFT);
        VBox card = new VBox(title, effects, table, note, buttons);
        card.getStyleClass().addAll("card", "forks-branches");
        return card;
    }

    private Button addButton(String id) {
        Button add = new Button("Add branches\u2026");
        add.setId(id);
        add.getStyleClass().add("accent");
        add.setOnAction(_ -> addBranches.run());
        return add;
    }

    private Region emptyState() {
        Label title = new Label("No forks of this run yet");
        title.getStyleClass().add("empty-title");
        Label text = new Label("Click on its timeline where it should be forked and start branches with other values "
                + "of \u03bb: here you will see how much sooner they grok.");
        text.getStyleClass().add("empty-text");
        text.setWrapText(true);
        text.setMaxWidth(TEXT_WIDTH);
        text.setTextAlignment(TextAlignment.CENTER);
        VBox box = new VBox(title, text, addButton("forks-add-first"));
        box.getStyleClass().add("empty");
        box.setAlignment(Pos.CENTER);
        return box;
    }

    private void listen() {
        model.runsProperty().subscribe(redraw::request);
        model.selectionProperty().subscribe(redraw::request);
        model.wantedStepProperty().subscribe(redraw::request);
        model.darkProperty().subscribe(redraw::request);
        redraw.whenResized(root, viewers.values());
    }

    private void draw() {
        cards.setVisible(!model.empty());
        empty.setVisible(model.empty());
        if (model.empty()) {
            return;
        }
        boolean tight = cards.getWidth() < TIGHT_WIDTH;
        effects.show(model.pool().effects(), tight);
        table.show(model.rows(), tight);
        stepChoice.show();
        look.setDisable(model.branchAndControl().isEmpty());
        note.setText(model.note());
        note.setVisible(!model.note().isEmpty());
        note.setManaged(note.isVisible());
        for (ForkChart chart : ForkChart.values()) {
            ForkFigure figure = figure(chart);
            viewer(chart).show(figure.chart());
            figure.update(model.pool());
            Objects.requireNonNull(pointers.get(chart)).drawn();
            viewer(chart).setAccessibleText(figure.words());
        }
    }

    private ForkFigure figure(ForkChart chart) {
        FigureStyle style = model.darkProperty().get() ? FigureStyle.DARK : FigureStyle.LIGHT;
        ForkFigure figure = figures.get(chart);
        if (figure == null || figure.style() != style) {
            figure = new ForkFigure(chart, style);
            figures.put(chart, figure);
        }
        return figure;
    }

    private FigureViewer viewer(ForkChart chart) {
        return Objects.requireNonNull(viewers.get(chart));
    }

    private void copy() {
        Clipboards.text(model.tableText());
    }
}
