package org.grokscope.workbench.chart;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.shape.SVGPath;
import org.grokscope.figure.ChartMark;
import org.grokscope.figure.MarkTarget;
import org.grokscope.figure.PlotFigure;
import org.jfree.chart.fx.interaction.ChartMouseEventFX;
import org.jfree.chart.fx.interaction.ChartMouseListenerFX;

/**
 * Lets the marks of a chart answer the pointer: the mark under it is outlined, says its numbers on a card beside it, and a click
 * goes to what it stands for. Marks that stand for what is pointed at elsewhere are outlined too. Nothing of it draws the chart.
 */
public final class MarkPointer implements ChartMouseListenerFX {
    private final FigureViewer viewer;
    private final Supplier<? extends PlotFigure> figure;
    private final SVGPath outline = new SVGPath();
    private final Label card = new Label();
    private Consumer<MarkTarget> pointing = _ -> {};
    private Consumer<MarkTarget> going = _ -> {};
    private Runnable touched = () -> {};
    private Optional<ChartMark> under = Optional.empty();
    private MarkTarget lit = MarkTarget.ITSELF;
    private Point2D at = Point2D.ZERO;

    /**
     * Makes the pointer of a chart.
     *
     * @param figure that the viewer shows
     */
    public MarkPointer(FigureViewer viewer, Supplier<? extends PlotFigure> figure) {
        this.viewer = viewer;
        this.figure = figure;
        outline.getStyleClass().add("mark-outline");
        card.getStyleClass().add("mark-card");
        card.setVisible(false);
        outline.setVisible(false);
        viewer.lay(outline);
        viewer.lay(card);
        viewer.addChartMouseListener(this);
        viewer.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> point(Optional.empty()));
    }

    /** Tells somebody what is pointed at, and when nothing is any more. */
    public MarkPointer pointing(Consumer<MarkTarget> target) {
        pointing = target;
        return this;
    }

    /** Tells somebody what was clicked. */
    public MarkPointer going(Consumer<MarkTarget> target) {
        going = target;
        return this;
    }

    /** Tells somebody of every click. */
    public MarkPointer touched(Runnable click) {
        touched = click;
        return this;
    }

    /** Outlines what stands for something that is pointed at elsewhere. */
    public void light(MarkTarget target) {
        if (!target.equals(lit)) {
            lit = target;
            show();
        }
    }

    /** The chart was drawn anew: marks may lie elsewhere. */
    public void drawn() {
        under = under.isEmpty()
                ? under
                : figure.get().markAt(viewer.plotArea(), at.getX(), at.getY());
        show();
    }

    @Override
    public void chartMouseMoved(ChartMouseEventFX event) {
        at = new Point2D(event.getTrigger().getX(), event.getTrigger().getY());
        point(figure.get().markAt(viewer.plotArea(), at.getX(), at.getY()));
    }

    @Override
    public void chartMouseClicked(ChartMouseEventFX event) {
        MouseEvent click = event.getTrigger();
        touched.run();
        // The end of a drag is a click too: one that was not still.
        if (click.getButton() == MouseButton.PRIMARY && click.isStillSincePress()) {
            figure.get().markAt(viewer.plotArea(), click.getX(), click.getY())
                    .filter(mark -> mark.target() != MarkTarget.ITSELF).ifPresent(mark -> going.accept(mark.target()));
        }
    }

    private void point(Optional<ChartMark> mark) {
        MarkTarget before = target(under);
        boolean same = under.map(ChartMark::words).equals(mark.map(ChartMark::words));
        under = mark;
        MarkTarget now = target(mark);
        viewer.setCursor(now == MarkTarget.ITSELF ? Cursor.DEFAULT : Cursor.HAND);
        if (!now.equals(before)) {
            pointing.accept(now);
        }
        if (!same) {
            show();
        }
    }

    private static MarkTarget target(Optional<ChartMark> mark) {
        return mark.map(ChartMark::target).orElse(MarkTarget.ITSELF);
    }

    private void show() {
        Optional<ChartMark> shown = under.or(() -> figure.get().markOf(viewer.plotArea(), lit));
        outline.setVisible(shown.isPresent());
        shown.ifPresent(mark -> outline.setContent(ShapePath.of(mark.outline())));
        card.setVisible(under.isPresent());
        under.ifPresent(mark -> {
            card.setText(mark.words());
            card.applyCss();
            card.autosize();
            Bounds bounds = outline.getBoundsInParent();
            // A curve is read where the pointer is, and a bar as a whole.
            boolean wide = bounds.getWidth() > card.getWidth();
            CardPlacement.Corner corner = CardPlacement.beside(wide ? at.getX() : bounds.getMinX(),
                    wide ? at.getX() : bounds.getMaxX(), at.getY(), card.getWidth(), card.getHeight(),
                    viewer.getWidth(), viewer.getHeight());
            card.relocate(Math.round(corner.x()), Math.round(corner.y()));
        });
    }
}
