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
import org.grokscope.figure.export.FigureName;
import org.grokscope.workbench.chart.FigureViewer;
import org.grokscope.workbench.export.ExportMenu;
import org.jfree.chart.fx.interaction.ChartMouseListenerFX;

/** The charts of one network, each on a card; the pointer chooses frequencies, parts and pairs on them. */
final class CircuitCards {
    private final CircuitModel model;
    private final String prefix;
    private final Consumer<CircuitChart> explain;
    private final Map<CircuitChart, FigureViewer> viewers = new EnumMap<>(CircuitChart.class);
    private final Map<CircuitChart, CircuitFigure> figures = new EnumMap<>(CircuitChart.class);
    private final Map<CircuitChart, Region> cards = new EnumMap<>(CircuitChart.class);
    private Optional<CircuitScene> shown = Optional.empty();

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
        for (CircuitChart chart : charts) {
            FigureViewer viewer = new FigureViewer();
            VBox card = new VBox(viewer);
            VBox.setVgrow(viewer, Priority.ALWAYS);
            Optional.ofNullable(feet.get(chart)).ifPresent(card.getChildren()::add);
            viewers.put(chart, viewer);
            viewer.addChartMouseListener(pointer(chart, viewer, card));
            cards.put(chart, dressed(chart, card));
        }
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

    private ChartMouseListenerFX pointer(CircuitChart chart, FigureViewer viewer, Region card) {
        return switch (chart) {
            case PAIRS -> new PairPointer(at -> figure(chart).pairAt(viewer.plotArea(), at.getX(), at.getY()), viewer,
                    model, () -> shown);
            case ABLATION -> new ChoicePointer<>(card::requestFocus,
                    at -> figure(chart).partAt(viewer.plotArea(), at.getX(), at.getY()), viewer, model::choosePart);
            default -> new ChoicePointer<>(card::requestFocus,
                    at -> figure(chart).frequencyAt(viewer.plotArea(), at.getX(), at.getY()).stream().boxed()
                            .findFirst(),
                    viewer, k -> model.choose(chart, k));
        };
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

    /** Draws a page; of one that shows nothing the charts stay away. */
    void draw(CircuitPage page) {
        shown = page.scene();
        viewers.forEach((chart, viewer) -> {
            viewer.setVisible(page.scene().isPresent());
            page.scene().ifPresent(scene -> {
                CircuitFigure figure = figure(chart);
                viewer.show(figure.chart());
                figure.update(scene);
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
