package org.grokscope.workbench.compare;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.grokscope.analysis.Comparison;
import org.grokscope.figure.FigureStyle;
import org.grokscope.figure.SeriesStyle;
import org.grokscope.figure.export.FigureName;
import org.grokscope.run.RunHistory;
import org.grokscope.workbench.chart.OnScreen;
import org.grokscope.workbench.chart.Redraw;
import org.grokscope.workbench.control.CardGrid;
import org.grokscope.workbench.control.Clipboards;
import org.grokscope.workbench.control.ExplanationStrip;
import org.grokscope.workbench.export.ExportMenu;

/** The selected runs side by side as a node: curves, lead statistics and table on cards. For use on the JavaFX thread. */
public final class CompareView {
    private static final double TEXT_WIDTH = 400;
    private static final int LONGEST_EXPLANATION = 240;

    private final CompareModel model;
    private final Runnable selectAll;
    private final Runnable lookInside;
    private final CurvesCard curves;
    private final CompareGrid grid;
    private Consumer<String> choose = _ -> {};
    private final LeadCard leads = new LeadCard();
    private final LeadThresholdCard thresholds;
    private final CompareTable table = new CompareTable();
    private final ColumnsButton columns;
    private final ExplanationStrip explanation = new ExplanationStrip("compare-explanation",
            LONGEST_EXPLANATION);
    private final BorderPane content = new BorderPane();
    private final Region empty;
    private final Region reading = placeholder("compare-reading", "Reading the selected runs \u2026",
            "As soon as they are read, they stand here side by side.");
    private final StackPane root = new StackPane();
    private final Redraw redraw;

    /**
     * Builds the node, which from then on shows the model.
     *
     * @param selectAll selects all runs
     * @param lookInside shows the networks of the two runs that were selected last
     */
    public CompareView(CompareModel model, Runnable selectAll, Runnable lookInside) {
        this.model = model;
        this.lookInside = lookInside;
        this.selectAll = selectAll;
        this.thresholds = new LeadThresholdCard(model);
        this.curves = new CurvesCard(model, run -> choose.accept(run));
        this.columns = new ColumnsButton(model::sheet, table, model.columnsProperty());
        this.empty = emptyState();
        this.redraw = new Redraw(OnScreen.of(root), this::draw);
        this.grid = new CompareGrid(curves.node(), leads.node(), thresholds.node(), table.node());
        content.setTop(new CompareBar(model).build());
        content.setCenter(cards());
        content.setBottom(explanation.node());
        root.getStyleClass().add("compare");
        root.getStylesheets()
                .add(Objects.requireNonNull(CompareView.class.getResource("compare.css")).toExternalForm());
        root.setMinSize(0, 0);
        // Until it is known what is selected, neither is there.
        content.setVisible(false);
        empty.setVisible(false);
        reading.setVisible(false);
        root.getChildren().setAll(content, empty, reading);
        listen();
    }

    /** Lets the chart be exported from its menu. */
    public CompareView exporting(Consumer<FigureName> export) {
        curves.exporting(export);
        ExportMenu.on(thresholds.viewer(), FigureName.LEAD_THRESHOLD, export);
        return this;
    }

    /** Returns the node to place in a window. */
    public Region node() {
        return root;
    }

    /** Lets a run be chosen by its curve. */
    public CompareView choosing(Consumer<String> run) {
        choose = run;
        return this;
    }

    private ScrollPane cards() {
        Button copy = new Button("Copy table");
        copy.setId("compare-copy");
        copy.setTooltip(new Tooltip("Copy the table with all its columns, for a spreadsheet"));
        copy.setOnAction(_ -> copy());
        Button look = new Button("Look inside both");
        look.setId("compare-look");
        look.setTooltip(new Tooltip("The networks of the two runs that were selected last side by side"));
        look.setOnAction(_ -> lookInside.run());
        table.tools(columns.node(), copy, look);
        return CardGrid.scrolling(grid, "compare-cards");
    }

    private Region emptyState() {
        Button all = new Button("Compare all runs");
        all.setId("compare-all");
        all.getStyleClass().add("accent");
        all.setOnAction(_ -> selectAll.run());
        all.visibleProperty().bind(model.availableProperty().greaterThan(1));
        VBox box = placeholder("compare-empty", "Select two or more runs",
                "Hold Ctrl or Shift while you click in the list of runs: here they will stand side by side, with what "
                        + "differs between them and what came of it.");
        box.getChildren().add(all);
        return box;
    }

    private static VBox placeholder(String id, String words, String sentence) {
        Label title = new Label(words);
        title.getStyleClass().add("empty-title");
        Label text = new Label(sentence);
        text.getStyleClass().add("empty-text");
        text.setWrapText(true);
        text.setMaxWidth(TEXT_WIDTH);
        text.setTextAlignment(TextAlignment.CENTER);
        VBox box = new VBox(title, text);
        box.setId(id);
        box.getStyleClass().add("empty");
        box.setAlignment(Pos.CENTER);
        return box;
    }

    private void listen() {
        model.watchedProperty().bind(OnScreen.of(root));
        model.drawnProperty().subscribe(redraw::request);
        model.selectionProperty().subscribe(redraw::request);
        model.measureProperty().subscribe(redraw::request);
        model.measuresProperty().subscribe(redraw::request);
        model.apartProperty().subscribe(redraw::request);
        model.alignmentProperty().subscribe(redraw::request);
        model.bandsProperty().subscribe(redraw::request);
        model.alarmProperty().subscribe(redraw::request);
        model.furtherProperty().subscribe(redraw::request);
        model.darkProperty().subscribe(redraw::request);
        model.columnsProperty().subscribe(redraw::request);
        model.leadsProperty().subscribe(redraw::request);
        redraw.whenResized(root, List.of(curves.viewer(), thresholds.viewer()));
    }

    private void draw() {
        content.setVisible(!model.tooFew());
        empty.setVisible(model.tooFew() && !model.reading());
        reading.setVisible(model.reading());
        if (model.tooFew()) {
            return;
        }
        FigureStyle style = model.darkProperty().get() ? FigureStyle.DARK : FigureStyle.LIGHT;
        List<Comparison> comparisons = model.comparisons();
        // The curves of all measures are of the same runs.
        Comparison comparison = comparisons.getFirst();
        List<SeriesStyle> looks = model.looks(comparison);
        grid.rows(model.apartProperty().get() ? looks.size() : 0);
        curves.draw(comparisons, looks, style);
        thresholds.draw(style);
        CompareSheet sheet = model.sheet();
        table.show(sheet, sheet.runs().stream().map(run -> sample(run, comparison, looks)).toList(),
                model.columnsProperty().get());
        leads.show(model.leadsProperty().get());
        explanation.show("", model.explanation());
    }

    private SeriesStyle sample(RunHistory run, Comparison comparison, List<SeriesStyle> looks) {
        return IntStream.range(0, looks.size()).filter(i -> comparison.curves().get(i).runs().contains(run))
                .mapToObj(looks::get).findFirst().orElseGet(() -> SeriesStyle.solid(model.colour(run)));
    }

    private void copy() {
        Clipboards.text(model.sheet().text());
    }
}
