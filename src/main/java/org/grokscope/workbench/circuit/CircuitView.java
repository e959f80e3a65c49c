package org.grokscope.workbench.circuit;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
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
import org.grokscope.figure.export.FigureName;
import org.grokscope.workbench.chart.OnScreen;
import org.grokscope.workbench.chart.Redraw;
import org.grokscope.workbench.control.CardGrid;
import org.grokscope.workbench.control.ClickKeepsFocus;
import org.grokscope.workbench.control.ExplanationStrip;
import org.grokscope.workbench.control.Icon;
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
    private static final double LEAST_WIDTH_OF_MORE = 680;

    private final CircuitModel model;
    private final ReplayModel replay;
    private final BorderPane root = new BorderPane();
    private final PairBar pair;
    private final CircleCard circle;
    private final Label title = new Label();
    private final Label place = new Label();
    private final Button earlier = stepButton("circuit-earlier", "\u2190", "The checkpoint before (Left)", false);
    private final Button later = stepButton("circuit-later", "\u2192", "The next checkpoint (Right)", true);
    private final CircuitCards cards;
    private final ScrollPane pane;
    private final BesideView two;
    private final ToggleButton beside = ClickKeepsFocus.on(new ToggleButton());
    private final Button without = new Button();
    private final StringProperty withoutTitle = new SimpleStringProperty("");
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
        this.two = new BesideView(model);
        this.cards = new CircuitCards(model, "circuit-", EnumSet.complementOf(EnumSet.of(CircuitChart.CIRCLE)),
                chart -> model.explain(chart, false),
                Map.of(CircuitChart.ABLATION, silence(), CircuitChart.PAIRS, new TableBar(model).node()));
        cards.pointing(circle::pointed);
        this.pane = scrolling();
        this.redraw = new Redraw(OnScreen.of(root), this::draw);
        obstacle.setId("circuit-obstacle");
        obstacle.getStyleClass().add("empty-text");
        obstacle.setWrapText(true);
        root.getStyleClass().add("circuit");
        root.getStylesheets()
                .add(Objects.requireNonNull(CircuitView.class.getResource("circuit.css")).toExternalForm());
        root.setMinSize(0, 0);
        root.setTop(head());
        root.setCenter(new StackPane(pane, two.node(), obstacle));
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
        cards.exporting(export);
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
        HBox row = new HBox();
        VBox head = new VBox(row);
        HBox buttons = new HBox(new ReplayButton(replay).build("circuit-replay",
                head.widthProperty().lessThan(LEAST_WIDTH_OF_WORDS)), besideButton(head), withoutButton(head), earlier,
                later);
        buttons.getStyleClass().add("circuit-buttons");
        buttons.setAlignment(Pos.CENTER_LEFT);
        buttons.setMinWidth(Region.USE_PREF_SIZE);
        // Beside the buttons of a narrow page its title would be dots.
        head.widthProperty().map(width -> width.doubleValue() < LEAST_WIDTH_OF_WORDS).subscribe(narrow -> {
            row.getChildren().setAll(narrow ? List.of(buttons) : List.of(words, buttons));
            head.getChildren().setAll(narrow ? List.of(words, row) : List.of(row));
        });
        head.getStyleClass().add("circuit-head");
        row.getStyleClass().add("circuit-buttons");
        row.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private ToggleButton besideButton(Region head) {
        beside.setId("circuit-beside");
        beside.setGraphic(Icon.COLUMNS.node());
        beside.textProperty()
                .bind(head.widthProperty()
                        .map(width -> width.doubleValue() < LEAST_WIDTH_OF_MORE ? "" : "Side by side"));
        beside.setTooltip(new Tooltip("Two networks side by side: another run or another step, and where they differ"));
        beside.setAccessibleText("Side by side");
        beside.setMinWidth(Region.USE_PREF_SIZE);
        beside.selectedProperty().bindBidirectional(model.beside().openProperty());
        return beside;
    }

    /** Where there is little room, what it forks without stands in its tooltip. */
    private Button withoutButton(Region head) {
        without.setId("circuit-without");
        without.setMinWidth(Region.USE_PREF_SIZE);
        without.managedProperty().bind(without.visibleProperty());
        without.accessibleTextProperty().bind(withoutTitle);
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(withoutTitle);
        without.setTooltip(tip);
        without.textProperty().bind(Bindings.when(head.widthProperty().lessThan(LEAST_WIDTH_OF_MORE))
                .then("Fork\u2026").otherwise(withoutTitle));
        return without;
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

    private ScrollPane scrolling() {
        Map<CircuitChart, Region> all = new EnumMap<>(cards.all());
        all.put(CircuitChart.CIRCLE, cards.dressed(CircuitChart.CIRCLE, circle.node()));
        ScrollPane scrolled = CardGrid.scrolling(new CircuitGrid(all), "circuit-cards");
        scrolled.setFocusTraversable(false);
        return scrolled;
    }

    private Region silence() {
        HBox row = SilenceRow.of(model, "circuit-silence", "Silence each part",
                "Measure the accuracy without each block's attention and without each block's MLP, "
                        + "at this step and at those you go to");
        row.getStyleClass().add("circuit-pair-bar");
        return row;
    }

    private void listen() {
        model.watchedProperty().bind(OnScreen.of(root));
        model.pageProperty().subscribe(redraw::request);
        model.darkProperty().subscribe(redraw::request);
        model.explainedProperty().subscribe(redraw::request);
        model.firstProperty().subscribe(redraw::request);
        model.secondProperty().subscribe(redraw::request);
        model.beside().openProperty().subscribe(redraw::request);
        redraw.whenResized(root, cards.viewers());
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
        earlier.setDisable(!model.checkpoints().canMove(false));
        later.setDisable(!model.checkpoints().canMove(true));
        withoutTitle.set(model.without().map(ForkWithout::title).orElse(""));
        without.setVisible(model.without().isPresent());
        obstacle.setText(page.obstacle());
        obstacle.setVisible(!page.obstacle().isEmpty() && page.scene().isEmpty());
        boolean both = model.beside().openProperty().get() && page.at().isPresent();
        // Side by side each network has its own title over its column.
        title.setText(both ? "Two networks" : page.title());
        place.setText(both ? "what differs is marked" : page.place());
        pane.setVisible(page.scene().isPresent() && !both);
        two.node().setVisible(both);
        pair.show();
        explanation.show(model.explainedProperty().get().title(), model.explanation());
        if (pane.isVisible()) {
            cards.draw(page);
        }
    }
}
