package org.grokscope.workbench.circuit;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jfree.chart.fx.interaction.ChartMouseEventFX;
import org.jfree.chart.fx.interaction.ChartMouseListenerFX;

/** The pointer on a chart of the network: a click takes the focus, and chooses what is under it, a frequency or a part. */
record ChoicePointer<T>(Runnable focus, Function<MouseEvent, Optional<T>> choice, Node chart,
        Consumer<T> choose) implements ChartMouseListenerFX {
    @Override
    public void chartMouseClicked(ChartMouseEventFX event) {
        MouseEvent click = event.getTrigger();
        focus.run();
        // The end of a drag is a click too: one that was not still.
        if (click.getButton() == MouseButton.PRIMARY && click.isStillSincePress()) {
            choice.apply(click).ifPresent(choose);
        }
    }

    @Override
    public void chartMouseMoved(ChartMouseEventFX event) {
        chart.setCursor(choice.apply(event.getTrigger()).isPresent() ? Cursor.HAND : Cursor.DEFAULT);
    }
}
