package org.grokscope.workbench.timeline;

import java.awt.geom.Rectangle2D;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import javafx.scene.Cursor;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.grokscope.figure.MarkTarget;
import org.grokscope.figure.StepRange;
import org.grokscope.figure.TimelineGeometry;
import org.grokscope.workbench.chart.FigureViewer;
import org.grokscope.workbench.control.TermTooltip;
import org.jfree.chart.fx.ChartCanvas;
import org.jfree.chart.fx.interaction.AbstractMouseHandlerFX;
import org.jspecify.annotations.Nullable;

/**
 * Pointer and keyboard on the timeline: hovering moves the crosshair, a click the cursor, the wheel zooms along x
 * about the pointer, dragging pans, a double click shows all; a click on the label of a milestone goes there; arrow keys,
 * Home and End move the cursor, + and - zoom; Escape lets the cursor go.
 */
final class TimelineGestures extends AbstractMouseHandlerFX {
    /** How far outside the plot the pointer still counts, in pixels. */
    private static final double TOLERANCE = 10;
    /** How near a checkpoint a click takes it, in pixels. */
    private static final double REACH = 8;
    private static final double ZOOM_PER_PIXEL = 1 / 300.0;

    private final TimelineModel model;
    private final FigureViewer viewer;
    private final CrosshairPane pane;
    private final Tooltip tooltip = TermTooltip.tooltip("");
    private Optional<String> explained = Optional.empty();
    private final Marks marks;
    private final Frequencies frequencies;
    private final Curves curves;
    private final Words words;
    private final Consumer<String> choose;
    private double pressX;
    private @Nullable StepRange pressRange;

    /** Tells which step the label of a mark at a place stands for. */
    interface Marks {
        OptionalInt at(double x, double y);
    }

    /** Tells whose row of the heat map is at a place. */
    interface Frequencies {
        OptionalInt at(double x, double y);
    }

    /** Tells what the words at a place mean. */
    interface Words {
        Optional<String> at(double x, double y);
    }

    /** Tells whose curve is at a place. */
    interface Curves {
        Optional<String> at(double x, double y);
    }

    /** @param choose hears of the run whose curve was clicked */
    TimelineGestures(TimelineModel model, FigureViewer viewer, CrosshairPane pane, Marks marks, Curves curves,
            Frequencies frequencies, Words words, Consumer<String> choose) {
        super("timeline", false, false, false, false);
        this.words = words;
        this.frequencies = frequencies;
        this.model = model;
        this.viewer = viewer;
        this.pane = pane;
        this.marks = marks;
        this.curves = curves;
        this.choose = choose;
        viewer.handle(this);
        viewer.setOnMouseExited(_ -> {
            model.hoverEnded();
            model.highlightedProperty().set(Optional.empty());
            model.pointedProperty().set(MarkTarget.ITSELF);
        });
        pane.setOnKeyPressed(this::typed);
    }

    @Override
    public void handleMouseMoved(ChartCanvas canvas, MouseEvent event) {
        TimelineGeometry geometry = pane.geometry();
        pane.pointer(event.getX(), event.getY());
        Optional<String> run = several() ? curves.at(event.getX(), event.getY()) : Optional.empty();
        model.highlightedProperty().set(run);
        boolean leads = run.isPresent() || marks.at(event.getX(), event.getY()).isPresent();
        canvas.setCursor(leads ? Cursor.HAND : Cursor.DEFAULT);
        Optional<String> meaning = words.at(event.getX(), event.getY());
        explain(meaning);
        OptionalInt frequency = frequencies.at(event.getX(), event.getY());
        model.pointedProperty().set(
                frequency.isPresent() ? new MarkTarget.Frequency(frequency.getAsInt()) : MarkTarget.ITSELF);
        if (pane.farFromCursorCard(event.getX(), event.getY())) {
            model.clickedProperty().set(false);
        }
        // Where words are explained, the numbers of a step would lie over them.
        if (meaning.isEmpty() && geometry != null && inReach(geometry, event.getX())) {
            model.hover(geometry.stepAt(event.getX()));
        } else {
            model.hoverEnded();
        }
    }

    @Override
    public void handleMousePressed(ChartCanvas canvas, MouseEvent event) {
        pane.requestFocus();
        pressX = event.getX();
        pressRange = event.getButton() == MouseButton.PRIMARY ? model.visibleProperty().get() : null;
    }

    @Override
    public void handleMouseDragged(ChartCanvas canvas, MouseEvent event) {
        TimelineGeometry geometry = pane.geometry();
        StepRange from = pressRange;
        if (geometry == null || from == null || event.isStillSincePress()) {
            return;
        }
        model.hoverEnded();
        model.clickedProperty().set(false);
        if (!model.followingProperty().get()) {
            canvas.setCursor(Cursor.CLOSED_HAND);
            model.pan(from, (pressX - event.getX()) / geometry.plotArea().getWidth());
        }
    }

    @Override
    public void handleMouseReleased(ChartCanvas canvas, MouseEvent event) {
        canvas.setCursor(Cursor.DEFAULT);
    }

    /** The end of a drag is a click too: one that was not still. */
    @Override
    public void handleMouseClicked(ChartCanvas canvas, MouseEvent event) {
        TimelineGeometry geometry = pane.geometry();
        if (geometry == null || event.getButton() != MouseButton.PRIMARY || !event.isStillSincePress()) {
            return;
        }
        if (event.getClickCount() == 2) {
            model.fit();
        } else if (event.getClickCount() == 1 && inReach(geometry, event.getX())) {
            model.clickedProperty().set(false);
            pane.pointer(event.getX(), event.getY());
            OptionalInt mark = marks.at(event.getX(), event.getY());
            if (mark.isEmpty() && several()) {
                curves.at(event.getX(), event.getY()).filter(run -> model.primary()
                        .filter(it -> it.history().head().id().equals(run)).isEmpty()).ifPresent(choose);
            }
            model.clickedFrequencyProperty().set(mark.isPresent()
                    ? OptionalInt.empty()
                    : frequencies.at(event.getX(), event.getY()));
            double step = mark.isPresent() ? mark.getAsInt() : geometry.stepAt(event.getX());
            double reach = Math.max(geometry.stepAt(event.getX() + REACH) - step,
                    step - geometry.stepAt(event.getX() - REACH));
            model.placeCursor(step, mark.isPresent() ? 0 : reach);
            model.clickedProperty().set(true);
        }
    }

    @Override
    public void handleScroll(ChartCanvas canvas, ScrollEvent event) {
        TimelineGeometry geometry = pane.geometry();
        if (geometry == null) {
            return;
        }
        if (Math.abs(event.getDeltaX()) > Math.abs(event.getDeltaY())) {
            model.pan(model.visibleProperty().get(), -event.getDeltaX() / geometry.plotArea().getWidth());
        } else if (event.getDeltaY() != 0) {
            // By place and not by step: the chart may not have caught up with the last turn of the wheel.
            double place = (event.getX() - geometry.plotArea().getX()) / geometry.plotArea().getWidth();
            model.zoom(Math.clamp(place, 0, 1), Math.exp(-event.getDeltaY() * ZOOM_PER_PIXEL));
        }
        model.hoverEnded();
        model.clickedProperty().set(false);
        event.consume();
    }

    /** Says in a tooltip what the words under the pointer mean. */
    private void explain(Optional<String> text) {
        if (!text.equals(explained)) {
            Tooltip.uninstall(viewer, tooltip);
            explained = text;
            text.ifPresent(sentence -> {
                tooltip.setText(sentence);
                Tooltip.install(viewer, tooltip);
            });
        }
    }

    private void typed(KeyEvent event) {
        boolean every = event.isShiftDown();
        switch (event.getCode()) {
            case LEFT -> model.moveCursor(false, every);
            case RIGHT -> model.moveCursor(true, every);
            case HOME -> model.cursorToEnd(false, every);
            case END -> model.cursorToEnd(true, every);
            case ESCAPE -> {
                model.clickedProperty().set(false);
                model.cursorStepProperty().set(TimelineModel.NONE);
            }
            case PLUS, ADD, EQUALS -> model.zoom(0.5, 0.8);
            case MINUS, SUBTRACT -> model.zoom(0.5, 1.25);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private boolean several() {
        return model.runsProperty().get().size() > 1;
    }

    private static boolean inReach(TimelineGeometry geometry, double x) {
        Rectangle2D plot = geometry.plotArea();
        return x >= plot.getMinX() - TOLERANCE && x <= plot.getMaxX() + TOLERANCE;
    }
}
