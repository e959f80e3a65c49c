package org.grokscope.workbench.timeline;

import java.awt.geom.Rectangle2D;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.Rectangle;
import org.grokscope.analysis.PeakFrequency;
import org.grokscope.figure.MarkTarget;
import org.grokscope.figure.TimelineGeometry;
import org.grokscope.measure.Evaluation;
import org.grokscope.run.Forkable;
import org.grokscope.text.NumberText;
import org.grokscope.text.StepLabel;
import org.grokscope.workbench.chart.CardPlacement;
import org.jspecify.annotations.Nullable;

/**
 * Lies over the chart and carries the words of crosshair and cursor, whose lines are an overlay of the chart. None of
 * them draws the chart. The pointer goes through it, but for the cards.
 */
final class CrosshairPane extends Pane {
    private static final double HANDLE_DROP = 4;
    private static final double FAR = 110;

    private final TimelineModel model;
    /** Lies over the steps that cannot be forked. */
    private final Path unforkable = new Path();
    /** Lies around the row of the heat map that is pointed at. */
    private final Rectangle row = new Rectangle();
    private final IntFunction<Optional<Rectangle2D>> rows;
    private IntConsumer look = _ -> {};
    private final CrosshairOverlay lines;
    private final Label handle = new Label();
    private final ReadOutCard card = new ReadOutCard();
    private final CursorCard cursorCard;
    private @Nullable TimelineGeometry geometry;
    private Point2D pointer = Point2D.ZERO;
    /** How high the click was that the cursor's card belongs to; not among the labels above the charts. */
    private double clickedY;

    CrosshairPane(TimelineModel model, CrosshairOverlay lines, Runnable forkHere,
            IntFunction<Optional<Rectangle2D>> rows) {
        this.model = model;
        this.rows = rows;
        row.getStyleClass().add("frequency-row");
        row.setId("frequency-row");
        row.setManaged(false);
        row.setMouseTransparent(true);
        this.lines = lines;
        setPickOnBounds(false);
        this.cursorCard = new CursorCard(forkHere, model::lead);
        unforkable.getStyleClass().add("unforkable");
        unforkable.setId("unforkable");
        unforkable.setManaged(false);
        unforkable.setMouseTransparent(true);
        handle.getStyleClass().add("cursor-handle");
        handle.setManaged(false);
        handle.setMouseTransparent(true);
        getChildren().addAll(unforkable, row, handle, card, cursorCard);
        model.cursorStepProperty().subscribe(this::refresh);
        model.hoverStepProperty().subscribe(this::refresh);
        model.runsProperty().subscribe(this::refresh);
        model.clickedProperty().subscribe(this::refresh);
        model.pointedProperty().subscribe(this::refresh);
    }

    /** Tells somebody which frequency of the heat map a person wants to look along. */
    CrosshairPane looking(IntConsumer frequency) {
        look = frequency;
        return this;
    }

    /** Tells where the chart was drawn; null when it was not. */
    void geometry(@Nullable TimelineGeometry drawn) {
        geometry = drawn;
        refresh();
    }

    /** Returns where the chart was drawn; null when it was not. */
    @Nullable
    TimelineGeometry geometry() {
        return geometry;
    }

    /** Tells where the pointer is. */
    void pointer(double x, double y) {
        pointer = new Point2D(x, y);
        placeCard();
    }

    private void refresh() {
        shade();
        showRow();
        lines.show(model.hoverStepProperty().get(), model.cursorStepProperty().get());
        handle.setVisible(inView(model.cursorStepProperty().get()));
        TimelineGeometry drawn = geometry;
        if (handle.isVisible() && drawn != null) {
            handle.setText(StepLabel.of(model.cursorStepProperty().get()));
            handle.applyCss();
            handle.autosize();
            double half = handle.getWidth() / 2;
            double x = Math.clamp(drawn.xOf(model.cursorStepProperty().get()) - half, 0,
                    Math.max(0, getWidth() - 2 * half));
            handle.relocate(Math.round(x), Math.round(drawn.plotArea().getMaxY() + HANDLE_DROP));
        }
        showCursorCard();
        model.evaluationAt(model.hoverStepProperty().get())
                .filter(evaluation -> inView(evaluation.step()) && !cursorCard.isVisible())
                .ifPresentOrElse(evaluation -> {
                    card.show(evaluation, peak(evaluation), power(evaluation),
                            model.isCheckpoint(evaluation.step()));
                    card.setVisible(true);
                    placeCard();
                }, () -> card.setVisible(false));
    }

    private OptionalInt frequency() {
        return model.pointedProperty().get() instanceof MarkTarget.Frequency(int k)
                ? OptionalInt.of(k)
                : OptionalInt.empty();
    }

    private void showRow() {
        Optional<Rectangle2D> place = geometry == null || frequency().isEmpty()
                ? Optional.empty()
                : rows.apply(frequency().getAsInt());
        row.setVisible(place.isPresent());
        place.ifPresent(it -> {
            row.setX(it.getX());
            row.setY(it.getY() - 1);
            row.setWidth(it.getWidth());
            row.setHeight(it.getHeight() + 2);
        });
    }

    /** Says how much of the embedding's power is on the frequency that is pointed at; nothing where none is. */
    private Optional<ReadOutLine> power(Evaluation evaluation) {
        OptionalInt k = frequency();
        return k.isEmpty() || k.getAsInt() > evaluation.embeddingPower().frequencies()
                ? Optional.empty()
                : Optional.of(new ReadOutLine(label(k.getAsInt()),
                        NumberText.percent(evaluation.embeddingPower().share(k.getAsInt())), "of the power"));
    }

    private String label(int k) {
        return model.primary().map(run -> run.history().head().configuration().learnedTask().basis().label(k))
                .orElse("");
    }

    private String peak(Evaluation evaluation) {
        return model.primary().map(run -> PeakFrequency.of(run.history(), evaluation)).orElse("");
    }

    /** The card stands where the click was, as long as the cursor it belongs to is in view. */
    private void showCursorCard() {
        boolean shown = model.clickedProperty().get() && handle.isVisible();
        if (!shown) {
            cursorCard.setVisible(false);
            return;
        }
        int step = model.cursorStepProperty().get();
        model.evaluationAt(step).ifPresent(evaluation -> {
            cursorCard.show(evaluation, peak(evaluation), model.placeAt(step), model.isCheckpoint(step),
                    model.forkable());
            model.clickedFrequencyProperty().get()
                    .ifPresent(k -> cursorCard.offer(label(k), () -> look.accept(k)));
            if (geometry != null) {
                clickedY = cursorCard.isVisible()
                        ? clickedY
                        : Math.max(pointer.getY(), geometry.plotArea().getCenterY() / 2);
                CardPlacement.Corner corner = CardPlacement.beside(geometry.xOf(step), clickedY, cursorCard.getWidth(),
                        cursorCard.getHeight(), getWidth(), getHeight());
                cursorCard.relocate(Math.round(corner.x()), Math.round(corner.y()));
                cursorCard.setVisible(true);
            }
        });
    }

    /** Returns whether a place is so far from the cursor's card that a person is about something else. */
    boolean farFromCursorCard(double x, double y) {
        Bounds bounds = cursorCard.getBoundsInParent();
        return x < bounds.getMinX() - FAR || x > bounds.getMaxX() + FAR || y < bounds.getMinY() - FAR
                || y > bounds.getMaxY() + FAR;
    }

    private void placeCard() {
        if (card.isVisible()) {
            int hovered = model.hoverStepProperty().get();
            double read = geometry == null || hovered == TimelineModel.NONE ? pointer.getX() : geometry.xOf(hovered);
            CardPlacement.Corner corner = CardPlacement.beside(read, pointer.getX(), pointer.getY(), card.getWidth(),
                    card.getHeight(), getWidth(), getHeight());
            card.relocate(Math.round(corner.x()), Math.round(corner.y()));
        }
    }

    /** Shades what lies before the first step that can be forked. */
    private void shade() {
        TimelineGeometry drawn = geometry;
        // A run that cannot be forked anywhere has no part where it can.
        int first = model.forkable().filter(Forkable::any).map(Forkable::first).orElse(0);
        unforkable.setVisible(drawn != null && first > Math.max(0, drawn.visible().lower()));
        if (!unforkable.isVisible() || drawn == null) {
            return;
        }
        unforkable.getElements().clear();
        for (Rectangle2D panel : drawn.panels()) {
            double right = Math.min(drawn.xOf(first), panel.getMaxX());
            unforkable.getElements().addAll(new MoveTo(panel.getMinX(), panel.getMinY()),
                    new LineTo(right, panel.getMinY()), new LineTo(right, panel.getMaxY()),
                    new LineTo(panel.getMinX(), panel.getMaxY()), new ClosePath());
        }
    }

    private boolean inView(int step) {
        TimelineGeometry drawn = geometry;
        return drawn != null && step != TimelineModel.NONE && drawn.visible().contains(step);
    }
}
