package org.grokscope.workbench.circuit;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.grokscope.figure.CircuitChart;
import org.grokscope.figure.CircuitFigure;
import org.grokscope.figure.CircuitScene;
import org.grokscope.figure.FigureStyle;
import org.grokscope.figure.MarkTarget;
import org.grokscope.figure.export.FigureName;
import org.grokscope.workbench.chart.FigureViewer;
import org.grokscope.workbench.chart.MarkPointer;
import org.grokscope.workbench.chart.OnScreen;
import org.grokscope.workbench.chart.Redraw;
import org.grokscope.workbench.control.CardGrid;
import org.grokscope.workbench.control.ExplanationStrip;
import org.grokscope.workbench.export.ExportMenu;
import org.grokscope.workbench.replay.ReplayButton;
import org.grokscope.workbench.replay.ReplayModel;

/**
 * The network at one checkpoint as a node: charts on cards, the checkpoint above them, and below what the chart under
 * the pointer shows. Left and right go to the next checkpoint, Home and End to the first and the newest; up and down on
 * a chart of frequencies choose another frequency. For use on the JavaFX thread.
 */
public final class CircuitView {
    private static final int LONGEST_EXPLANATION = 290;
    private static final double LEAST_WIDTH_OF_WORDS = 560;

    private final CircuitModel model;
    private final ReplayModel replay;
    private final BorderPane root = new BorderPane();
    private final Map<CircuitChart, FigureViewer> viewers = new EnumMap<>(CircuitChart.class);
    private final Map<CircuitChart, CircuitFigure> figures = new EnumMap<>(CircuitChart.class);
    private final Map<CircuitChart, MarkPointer> pointers = new EnumMap<>(CircuitChart.class);
    private final PairBar pair;
    private final CircleCard circle;
    private final Button silence = new Button("Silence each part");
    private final Label title = new Label();
    private final Label place = new Label();
    private final Button earlier = stepButton("circuit-earlier", "\u2190", "The checkpoint before (Left)", false);
    private final Button later = stepButton("circuit-later", "\u2192", "The next checkpoint (Right)", true);
    private final ScrollPane cards;
    private final Button without = new Button();
    private final Label obstacle = new Label();
    private final ExplanationStrip explanation = new ExplanationStrip("circuit-explanation", LONGEST_EXPLANATION);
    private final Redraw redraw;

    /**
     * Builds the node, which from then on shows the model.
     *
     * @param replay of the run
     */
    public CircuitView(CircuitModel model, ReplayModel replay) {
        this.model = model;
        this.replay = replay;
        this.pair = new PairBar(model);
        this.circle = new CircleCard(model, replay, pair);
        for (CircuitChart chart : EnumSet.complementOf(EnumSet.of(CircuitChart.CIRCLE))) {
            viewers.put(chart, new FigureViewer());
        }
        this.cards = cards();
        this.redraw = new Redraw(OnScreen.of(root), this::draw);
        obstacle.setId("circuit-obstacle");
        obstacle.getStyleClass().add("empty-text");
        obstacle.setWrapText(true);
        root.getStyleClass().add("circuit");
        root.getStylesheets()
                .add(Objects.requireNonNull(CircuitView.class.getResource("circuit.css")).toExternalForm());
        root.setMinSize(0, 0);
        root.setTop(head());
        root.setCenter(new StackPane(cards, obstacle));
        root.setBottom(explanation.node());
        root.setFocusTraversable(true);
        root.setAccessibleText("Circuit");
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::typed);
        listen();
    }

    /** Returns the node to place in a window. */
    public Region node() {
        return root;
    }

    /**
     * Lets a person fork the run without the frequency that is looked along.
     *
     * @param fork takes what is to be done, as it is typed
     */
    public CircuitView forkingWithout(Consumer<String> fork) {
        without.setOnAction(_ -> model.without().ifPresent(it -> fork.accept(it.intervention())));
        return this;
    }

    /** Lets every chart be exported from its menu. */
    public CircuitView exporting(Consumer<FigureName> export) {
        viewers.forEach((chart, viewer) -> ExportMenu.on(viewer, FigureName.of(chart), export));
        circle.exporting(export);
        return this;
    }

    private Region head() {
        title.setId("circuit-title");
        title.getStyleClass().add("card-title");
        title.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        place.setId("circuit-place");
        place.getStyleClass().add("caption");
        VBox words = new VBox(title, place);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox head = new HBox();
        head.getChildren().setAll(words, new ReplayButton(replay).build("circuit-replay",
                head.widthProperty().lessThan(LEAST_WIDTH_OF_WORDS)), without, earlier, later);
        without.setId("circuit-without");
        without.setMinWidth(Region.USE_PREF_SIZE);
        without.managedProperty().bind(without.visibleProperty());
        head.getStyleClass().add("circuit-head");
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private Button stepButton(String id, String text, String tip, boolean towardsNewer) {
        Button button = new Button(text);
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setTooltip(new Tooltip(tip));
        button.setAccessibleText(tip);
        button.setOnAction(_ -> model.checkpoints().move(towardsNewer));
        return button;
    }

    private ScrollPane cards() {
        Map<CircuitChart, Region> all = new EnumMap<>(CircuitChart.class);
        viewers.forEach((chart, viewer) -> all.put(chart, card(chart, viewer)));
        all.put(CircuitChart.CIRCLE, card(CircuitChart.CIRCLE, circle.node()));
        ScrollPane pane = CardGrid.scrolling(new CircuitGrid(all), "circuit-cards");
        pane.setFocusTraversable(false);
        return pane;
    }

    private Region card(CircuitChart chart, FigureViewer viewer) {
        VBox card = new VBox(viewer);
        VBox.setVgrow(viewer, Priority.ALWAYS);
        if (chart == CircuitChart.ABLATION) {
            card.getChildren().add(silence());
        }
        if (chart == CircuitChart.PAIRS) {
            card.getChildren().add(new TableBar(model).node());
        }
        pointers.put(chart, new MarkPointer(viewer, () -> figure(chart)).touched(card::requestFocus)
                .pointing(circle::pointed).going(target -> {
                    switch (target) {
                        case MarkTarget.Frequency(int k) -> model.choose(k);
                        case MarkTarget.Pair(int a, int b) -> model.ask(a, b);
                        case MarkTarget.Run _,MarkTarget.Itself _ -> {
                            // This page is about one run.
                        }
                    }
                }));
        return card(chart, card);
    }

    private Region card(CircuitChart chart, VBox card) {
        card.setId("circuit-" + chart.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        card.getStyleClass().addAll("card", "circuit-card");
        card.setFocusTraversable(true);
        card.setOnMouseEntered(_ -> model.explainedProperty().set(chart));
        card.focusedProperty().subscribe(focused -> {
            if (focused) {
                model.explainedProperty().set(chart);
            }
        });
        return card;
    }

    /** What takes long is done when somebody asks for it. */
    private Region silence() {
        silence.setId("circuit-silence");
        silence.setTooltip(
                new Tooltip("Measure the accuracy without each block's attention and without each block's MLP, "
                        + "at this step and at those you go to"));
        silence.setOnAction(_ -> model.ablationProperty().set(true));
        HBox row = new HBox(silence);
        row.getStyleClass().add("circuit-pair-bar");
        row.visibleProperty().bind(model.ablationProperty().not());
        row.managedProperty().bind(row.visibleProperty());
        return row;
    }

    private void listen() {
        model.watchedProperty().bind(OnScreen.of(root));
        model.pageProperty().subscribe(redraw::request);
        model.circle().pointedProperty().subscribe(target -> pointers.values().forEach(it -> it.light(target)));
        model.darkProperty().subscribe(redraw::request);
        model.explainedProperty().subscribe(redraw::request);
        model.firstProperty().subscribe(redraw::request);
        model.secondProperty().subscribe(redraw::request);
        redraw.whenResized(root, viewers.values());
        // The arrow keys shall work as soon as the page is there.
        root.visibleProperty().addListener((_, _, visible) -> {
            if (visible) {
                Platform.runLater(root::requestFocus);
            }
        });
    }

    private void typed(KeyEvent event) {
        if (event.getTarget() instanceof TextInputControl || event.isShortcutDown()) {
            return;
        }
        switch (event.getCode()) {
            case LEFT -> model.checkpoints().move(false);
            case RIGHT -> model.checkpoints().move(true);
            case HOME -> model.checkpoints().moveToEnd(false);
            case END -> model.checkpoints().moveToEnd(true);
            case UP, DOWN -> {
                if (event.getTarget() == root || !ofFrequencies(model.explainedProperty().get())) {
                    return;
                }
                model.chooseNext(event.getCode() == KeyCode.UP);
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    private static boolean ofFrequencies(CircuitChart chart) {
        return chart == CircuitChart.EMBEDDING_POWER || chart == CircuitChart.NEURONS || chart == CircuitChart.CIRCLE;
    }

    private void draw() {
        CircuitPage page = model.pageProperty().get();
        title.setText(page.title());
        place.setText(page.place());
        earlier.setDisable(!model.checkpoints().canMove(false));
        later.setDisable(!model.checkpoints().canMove(true));
        without.setText(model.without().map(ForkWithout::title).orElse(""));
        without.setVisible(model.without().isPresent());
        obstacle.setText(page.obstacle());
        obstacle.setVisible(!page.obstacle().isEmpty());
        cards.setVisible(page.scene().isPresent());
        pair.show();
        explanation.show(model.explainedProperty().get().title(), model.explanation());
        page.scene().ifPresent(this::drawCharts);
    }

    private void drawCharts(CircuitScene scene) {
        viewers.forEach((chart, viewer) -> {
            CircuitFigure figure = figure(chart);
            viewer.show(figure.chart());
            figure.update(scene);
            Objects.requireNonNull(pointers.get(chart)).drawn();
            viewer.setAccessibleText(
                    figure.words() + ". " + CircuitExplanation.of(chart, model.pageProperty().get()));
        });
    }

    private CircuitFigure figure(CircuitChart chart) {
        FigureStyle style = model.darkProperty().get() ? FigureStyle.DARK : FigureStyle.LIGHT;
        CircuitFigure figure = figures.get(chart);
        if (figure == null || figure.style() != style) {
            figure = new CircuitFigure(chart, style);
            figures.put(chart, figure);
        }
        return figure;
    }
}
