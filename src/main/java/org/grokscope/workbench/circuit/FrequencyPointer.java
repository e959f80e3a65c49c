package org.grokscope.workbench.circuit;

import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.IntConsumer;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jfree.chart.fx.interaction.ChartMouseEventFX;
import org.jfree.chart.fx.interaction.ChartMouseListenerFX;

/** The pointer on a chart of the network: a click takes the focus, and chooses the frequency under it. */
record FrequencyPointer(Runnable focus, Function<MouseEvent, OptionalInt> frequency, Node chart,
        IntConsumer choose) implements ChartMouseListenerFX {
    @Override
    public void chartMouseClicked(ChartMouseEventFX event) {
        MouseEvent click = event.getTrigger();
        focus.run();
        // The end of a drag is a click too: one that was not still.
        if (click.getButton() == MouseButton.PRIMARY && click.isStillSincePress()) {
            frequency.apply(click).ifPresent(choose);
        }
    }

    @Override
    public void chartMouseMoved(ChartMouseEventFX event) {
        chart.setCursor(frequency.apply(event.getTrigger()).isPresent() ? Cursor.HAND : Cursor.DEFAULT);
    }
}
