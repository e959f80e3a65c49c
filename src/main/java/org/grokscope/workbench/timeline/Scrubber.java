package org.grokscope.workbench.timeline;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.beans.value.ObservableValue;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.grokscope.figure.FigureStyle;
import org.grokscope.measure.Milestone;
import org.grokscope.text.Glossary;
import org.grokscope.text.StepLabel;
import org.grokscope.workbench.control.TermTooltip;

/** The cursor as a slider over the steps that the charts show when they show all, with a tick at each milestone. */
final class Scrubber extends Region {
    private static final double TICK_WIDTH = 9;
    private static final double TICK_HEIGHT = 9;
    private static final double LEAST_WIDTH = 60;

    /** A tick, and the step at which it stands. */
    private record Tick(int step, Region node) {}

    private final TimelineModel model;
    private final ObservableValue<Map<Milestone, Integer>> milestones;
    private final Slider slider = new Slider();
    private List<Tick> ticks = List.of();
    /** Where the step axis of the charts begins and ends, from the left; no end before they were drawn. */
    private double left;
    private double right = Double.NaN;
    /** The slider moves because the model did, and not because a person moved it. */
    private boolean following;

    Scrubber(TimelineModel model) {
        this.model = model;
        this.milestones = model.runsProperty().map(_ -> model.primary().map(run -> run.history().milestones().reached())
                .orElse(Map.of()));
        slider.setId("cursor");
        slider.setAccessibleText("Cursor");
        slider.setFocusTraversable(false);
        slider.valueProperty().subscribe(value -> {
            if (!following) {
                model.slideCursor(value.doubleValue());
            }
        });
        getChildren().add(slider);
        model.runsProperty().subscribe(this::follow);
        model.ghostsProperty().subscribe(this::follow);
        model.cursorStepProperty().subscribe(this::follow);
        milestones.subscribe(_ -> mark());
        model.darkProperty().subscribe(this::mark);
    }

    /** Tells where the charts' step axis was drawn, so that a step of the slider stands under that of the axis. */
    void edges(double axisLeft, double axisRight) {
        left = axisLeft;
        right = axisRight;
        requestLayout();
    }

    private void follow() {
        int last = model.lastStep();
        int cursor = model.cursorStepProperty().get();
        following = true;
        slider.setMax(model.whole().upper());
        slider.setBlockIncrement(Math.max(1, last / 20.0));
        slider.setValue(cursor == TimelineModel.NONE ? last : cursor);
        following = false;
        // The ticks stand closer as the run grows.
        requestLayout();
    }

    private void mark() {
        List<Tick> wanted = new ArrayList<>();
        milestones.getValue().forEach((milestone, step) -> wanted.add(new Tick(step, tick(milestone, step))));
        ticks = wanted;
        List<Node> children = new ArrayList<>(List.of(slider));
        ticks.forEach(tick -> children.add(tick.node()));
        getChildren().setAll(children);
        requestLayout();
    }

    private Region tick(Milestone milestone, int step) {
        FigureStyle style = model.darkProperty().get() ? FigureStyle.DARK : FigureStyle.LIGHT;
        Color colour = style.milestones().getOrDefault(milestone, style.muted());
        Region line = new Region();
        line.setMaxWidth(2);
        line.setStyle("-fx-background-color: rgb(%d, %d, %d);".formatted(colour.getRed(), colour.getGreen(),
                colour.getBlue()));
        // Wider than what is seen of it, so that it can be hit.
        StackPane tick = new StackPane(line);
        tick.getStyleClass().add("scrubber-tick");
        tick.setCursor(Cursor.HAND);
        tick.setManaged(false);
        Tooltip.install(tick, TermTooltip.tooltip(
                milestone.title() + " at step " + StepLabel.of(step)
                        + Glossary.of(milestone.title()).map(text -> ". " + text).orElse("")));
        tick.setOnMouseClicked(_ -> model.placeCursor(step, 0));
        return tick;
    }

    @Override
    protected double computeMinWidth(double height) {
        return LEAST_WIDTH;
    }

    @Override
    protected double computePrefHeight(double width) {
        return slider.prefHeight(width) + TICK_HEIGHT;
    }

    @Override
    protected void layoutChildren() {
        double height = slider.prefHeight(getWidth());
        // Half a tick of air above, too, so that the slider stays in line with the buttons beside it.
        double top = (getHeight() - height) / 2;
        Node thumb = slider.lookup(".thumb");
        double knob = thumb == null ? height : thumb.prefWidth(-1);
        double from = Double.isNaN(right) ? 0 : left - knob / 2;
        double width = Double.isNaN(right) ? getWidth() : right - left + knob;
        slider.resizeRelocate(from, top, width, height);
        for (Tick tick : ticks) {
            double x = from + knob / 2 + tick.step() / slider.getMax() * (width - knob);
            tick.node().resizeRelocate(Math.round(x - TICK_WIDTH / 2), top + height - 1, TICK_WIDTH, TICK_HEIGHT);
        }
    }
}
