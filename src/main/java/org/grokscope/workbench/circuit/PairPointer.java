package org.grokscope.workbench.circuit;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.grokscope.figure.CircleScene;
import org.grokscope.figure.CircuitScene;
import org.jfree.chart.fx.interaction.ChartMouseEventFX;
import org.jfree.chart.fx.interaction.ChartMouseListenerFX;

/** The pointer on the table of all pairs: it says which pair is under it, and a click asks that pair. */
final class PairPointer implements ChartMouseListenerFX {
    private final Function<MouseEvent, Optional<CircleScene.Pair>> pair;
    private final Node chart;
    private final CircuitModel model;
    private final Supplier<Optional<CircuitScene>> scene;
    private final Tooltip tip = new Tooltip();

    /** @param scene what the table shows */
    PairPointer(Function<MouseEvent, Optional<CircleScene.Pair>> pair, Node chart, CircuitModel model,
            Supplier<Optional<CircuitScene>> scene) {
        this.scene = scene;
        this.pair = pair;
        this.chart = chart;
        this.model = model;
    }

    @Override
    public void chartMouseClicked(ChartMouseEventFX event) {
        MouseEvent click = event.getTrigger();
        if (click.getButton() == MouseButton.PRIMARY && click.isStillSincePress()) {
            pair.apply(click).ifPresent(it -> model.ask(it.a(), it.b()));
        }
    }

    /** Says in a line what the table has of a pair. */
    private String said(CircleScene.Pair of) {
        return scene.get().flatMap(it -> it.reading().activity().map(seen -> CircuitExplanation.pair(it.task(),
                seen.margins(), of.a(), of.b()))).orElse("");
    }

    @Override
    public void chartMouseMoved(ChartMouseEventFX event) {
        Optional<CircleScene.Pair> under = pair.apply(event.getTrigger());
        chart.setCursor(under.isPresent() ? Cursor.HAND : Cursor.DEFAULT);
        under.ifPresentOrElse(it -> {
            tip.setText(said(it));
            Tooltip.install(chart, tip);
        }, () -> Tooltip.uninstall(chart, tip));
    }
}
