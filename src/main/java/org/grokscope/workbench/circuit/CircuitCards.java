package org.grokscope.workbench.circuit;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.grokscope.figure.CircuitChart;
import org.grokscope.figure.CircuitFigure;
import org.grokscope.figure.CircuitScene;
import org.grokscope.figure.FigureStyle;
import org.grokscope.figure.MarkTarget;
import org.grokscope.figure.export.FigureName;
import org.grokscope.workbench.chart.FigureViewer;
import org.grokscope.workbench.chart.MarkPointer;
import org.grokscope.workbench.export.ExportMenu;

/** The charts of one network, each on a card; the pointer chooses frequencies, parts and pairs on them. */
final class CircuitCards {
    private final CircuitModel model;
    private final String prefix;
    private final Consumer<CircuitChart> explain;
    private final Map<CircuitChart, FigureViewer> viewers = new EnumMap<>(CircuitChart.class);
    private final Map<CircuitChart, CircuitFigure> figures = new EnumMap<>(CircuitChart.class);
    private final Map<CircuitChart, Region> cards = new EnumMap<>(CircuitChart.class);
    private final Map<CircuitChart, MarkPointer> pointers = new EnumMap<>(CircuitChart.class);
    private final Map<CircuitChart, Drawn> drawn = new EnumMap<>(CircuitChart.class);
    private Consumer<MarkTarget> pointing;

    /** All that a chart's picture and words depend on. */
    private record Drawn(Optional<CircuitScene> scene, boolean grokked, boolean trainedOn, CircuitFigure figure,
            double width, double height) {}

    /**
     * Makes the cards.
     *
     * @param prefix of their ids
     * @param explain hears which chart a person is at
     * @param feet what stands below some of the charts
     */
    CircuitCards(CircuitModel model, String prefix, Set<CircuitChart> charts, Consumer<CircuitChart> explain,
            Map<CircuitChart, Region> feet) {
        this.model = model;
        this.prefix = prefix;
        this.explain = explain;
        this.pointing = model.circle()::point;
        for (CircuitChart chart : charts) {
            FigureViewer viewer = new FigureViewer();
            VBox card = new VBox(viewer);
            VBox.setVgrow(viewer, Priority.ALWAYS);
            Optional.ofNullable(feet.get(chart)).ifPresent(card.getChildren()::add);
            viewers.put(chart, viewer);
            pointers.put(chart, pointer(chart, viewer, card));
            cards.put(chart, dressed(chart, card));
        }
        model.circle().pointedProperty().subscribe(target -> pointers.values().forEach(it -> it.light(target)));
    }

    /** Returns the cards. */
    Map<CircuitChart, Region> all() {
        return Collections.unmodifiableMap(cards);
    }

    /** Returns what shows the charts. */
    Collection<FigureViewer> viewers() {
        return viewers.values();
    }

    /** Lets every chart be exported from its menu. */
    void exporting(Consumer<FigureName> export) {
        viewers.forEach((chart, viewer) -> ExportMenu.on(viewer, FigureName.of(chart), export));
    }

    /** Tells somebody what the pointer is on, and when it is on nothing any more. */
    void pointing(Consumer<MarkTarget> target) {
        pointing = target;
    }

    private MarkPointer pointer(CircuitChart chart, FigureViewer viewer, Region card) {
        return new MarkPointer(viewer, () -> figure(chart)).touched(card::requestFocus)
                .pointing(target -> pointing.accept(target instanceof MarkTarget.Neuron it ? it.shared() : target))
                .going(target -> {
                    switch (target) {
                        case MarkTarget.Frequency(int k) -> model.choose(chart, k);
                        case MarkTarget.Neuron(int neuron, int k) -> model.follow(chart, neuron, k);
                        case MarkTarget.Part(String part) -> model.choosePart(part);
                        case MarkTarget.Pair(int a, int b) -> model.ask(a, b);
                        case MarkTarget.Run _,MarkTarget.Runs _,MarkTarget.Itself _ -> {
                            // A chart of one network is about one run.
                        }
                    }
                });
    }

    /** Makes a card of what stands on it. */
    Region dressed(CircuitChart chart, VBox card) {
        card.setId(prefix + chart.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        card.getStyleClass().addAll("card", "circuit-card");
        card.setFocusTraversable(true);
        card.setOnMouseEntered(_ -> explain.accept(chart));
        card.focusedProperty().subscribe(focused -> {
            if (focused) {
                explain.accept(chart);
            }
        });
        return card;
    }

    /**
     * Draws a page; of one that shows nothing the charts stay away. In a replay the page tells of every evaluation, and its network
     * is that of few: what looks as before is not drawn again.
     */
    void draw(CircuitPage page) {
        viewers.forEach((chart, viewer) -> {
            viewer.setVisible(page.scene().isPresent());
            CircuitFigure figure = figure(chart);
            Drawn now = new Drawn(page.scene(), page.grokked(), page.trainedOn(), figure, viewer.getWidth(),
                    viewer.getHeight());
            Drawn before = drawn.put(chart, now);
            page.scene().filter(_ -> !now.equals(before)).ifPresent(scene -> {
                viewer.show(figure.chart());
                figure.update(scene);
                Objects.requireNonNull(pointers.get(chart)).drawn();
                viewer.setAccessibleText(figure.words() + ". " + CircuitExplanation.of(chart, page));
            });
        });
    }

    private CircuitFigure figure(CircuitChart chart) {
        FigureStyle style = model.darkProperty().get() ? FigureStyle.DARK : FigureStyle.LIGHT;
        CircuitFigure figure = figures.get(chart);
        if (figure == null || figure.style() != style) {
            figure = new CircuitFigure(chart, style);
            figures.put(chart, figure);
        }
        return Objects.requireNonNull(figure);
    }
}
