package org.grokscope.workbench.circuit;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import org.grokscope.figure.CircuitChart;
import org.grokscope.workbench.chart.OnScreen;
import org.grokscope.workbench.chart.Redraw;
import org.grokscope.workbench.control.CardGrid;

/** Two networks side by side as a node: whose they are, where they differ, and each chart twice. */
final class BesideView {
    private final CircuitModel model;
    private final BesideBar bar;
    private final DifferenceTable table;
    private final CircuitCards first;
    private final CircuitCards second;
    private final BorderPane node = new BorderPane();
    private final Redraw redraw;

    BesideView(CircuitModel model) {
        this.model = model;
        this.bar = new BesideBar(model.beside());
        this.table = new DifferenceTable(silence());
        this.first = cards("beside-first-", false);
        this.second = cards("beside-second-", true);
        ScrollPane pane = CardGrid.scrolling(new BesideGrid(table.node(), first.all(), second.all()),
                "circuit-cards");
        pane.setFocusTraversable(false);
        node.setId("circuit-two");
        node.setTop(bar.node());
        node.setCenter(pane);
        node.setVisible(false);
        this.redraw = new Redraw(OnScreen.of(node), this::draw);
        model.beside().pageProperty().subscribe(redraw::request);
        model.darkProperty().subscribe(redraw::request);
        redraw.whenResized(node, Stream.concat(first.viewers().stream(), second.viewers().stream()).toList());
    }

    private CircuitCards cards(String prefix, boolean ofSecond) {
        return new CircuitCards(model, prefix, EnumSet.copyOf(BesideGrid.CHARTS),
                chart -> model.explain(chart, ofSecond), Map.of());
    }

    private Region silence() {
        return SilenceRow.of(model, "beside-silence", "Silence each part of both",
                "Measure the accuracy of both networks without each block's attention and without each block's MLP");
    }

    Region node() {
        return node;
    }

    private void draw() {
        Optional<BesidePage> page = model.beside().pageProperty().get();
        page.ifPresent(it -> {
            bar.show(it);
            table.show(it.differences());
            first.draw(it.first());
            second.draw(it.second());
        });
    }
}
