package org.grokscope.workbench.circuit;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import javafx.animation.Interpolator;
import javafx.animation.KeyFrame;
import javafx.animation.KeyValue;
import javafx.animation.PauseTransition;
import javafx.animation.Timeline;
import javafx.beans.property.DoubleProperty;
import javafx.geometry.Pos;
import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.grokscope.figure.CircleFigure;
import org.grokscope.figure.CircuitChart;
import org.grokscope.figure.FigureStyle;
import org.grokscope.figure.MarkTarget;
import org.grokscope.figure.export.FigureName;
import org.grokscope.run.RunHistory;
import org.grokscope.workbench.chart.FigureViewer;
import org.grokscope.workbench.chart.OnScreen;
import org.grokscope.workbench.chart.Redraw;
import org.grokscope.workbench.export.ExportMenu;
import org.grokscope.workbench.replay.ReplayModel;
import org.jfree.chart.fx.interaction.ChartMouseEventFX;
import org.jfree.chart.fx.interaction.ChartMouseListenerFX;

/**
 * The circle that moves, a slider through the run's steps under it, and the pair that is added on it. The pointer names the
 * token under it; a click makes that the pair's second one, and what was the second the first.
 */
final class CircleCard {
    /** Within it two drawings would not be seen apart. */
    private static final Duration REST = Duration.millis(12);
    /** How long a frequency is pointed at until its circle is shown. */
    private static final Duration DWELL = Duration.millis(250);
    /** How long the tokens take to where a jump of the cursor or a new evaluation has them. */
    private static final Duration GLIDE = Duration.millis(350);

    private final CircuitModel model;
    private final ReplayModel replay;
    private final FigureViewer viewer = new FigureViewer();
    private final Slider slider = new Slider();
    private final VBox node;
    private final Redraw redraw;
    private CircleFigure figure = new CircleFigure(FigureStyle.LIGHT);
    private OptionalInt pointed = OptionalInt.empty();
    private final Timeline glide = new Timeline();
    private final PauseTransition dwell = new PauseTransition(DWELL);
    private String run = "";
    /** A person holds the slider: the tokens stay under the hand. */
    private boolean dragging;
    /** The slider moves because the replay did, and not because a person moved it. */
    private boolean following;

    CircleCard(CircuitModel model, ReplayModel replay, PairBar pair) {
        this.model = model;
        this.replay = replay;
        Label caption = new Label("Step");
        caption.getStyleClass().add("caption");
        caption.setMinWidth(Region.USE_PREF_SIZE);
        slider.setId("circuit-slider");
        slider.setAccessibleText("Step of the circle");
        slider.setFocusTraversable(false);
        HBox.setHgrow(slider, Priority.ALWAYS);
        HBox row = new HBox(caption, slider);
        row.getStyleClass().add("circuit-slider-row");
        row.setAlignment(Pos.CENTER_LEFT);
        this.node = new VBox(viewer, row, pair.node());
        VBox.setVgrow(viewer, Priority.ALWAYS);
        this.redraw = new Redraw(OnScreen.of(node), this::draw, REST);
        listen();
    }

    private void listen() {
        slider.valueProperty().subscribe(value -> {
            if (!following) {
                dragging = true;
                replay.drag(value.doubleValue());
                dragging = false;
            }
        });
        replay.positionProperty().subscribe(step -> {
            follow();
            go(step.doubleValue());
        });
        replay.runProperty().subscribe(this::follow);
        model.circle().sceneProperty().subscribe(redraw::request);
        model.darkProperty().subscribe(redraw::request);
        model.circle().pointedProperty().subscribe(redraw::request);
        redraw.whenResized(node, List.of(viewer));
        viewer.addChartMouseListener(new ChartMouseListenerFX() {
            @Override
            public void chartMouseClicked(ChartMouseEventFX event) {
                clicked(event.getTrigger());
            }

            @Override
            public void chartMouseMoved(ChartMouseEventFX event) {
                point(tokenAt(event.getTrigger()));
            }
        });
        viewer.setOnMouseEntered(_ -> model.circle().sceneProperty().get()
                .ifPresent(scene -> pointed(new MarkTarget.Frequency(scene.circle().frequency()))));
        viewer.setOnMouseExited(_ -> {
            point(OptionalInt.empty());
            pointed(MarkTarget.ITSELF);
        });
    }

    /** Takes what the pointer is on; a frequency's circle is shown as soon as it rests there. */
    void pointed(MarkTarget target) {
        model.circle().point(target);
        // Whoever only passes over the bars on the way does not want another circle for each.
        dwell.setOnFinished(_ -> model.circle().preview(target));
        dwell.playFromStart();
    }

    VBox node() {
        return node;
    }

    void exporting(Consumer<FigureName> export) {
        ExportMenu.on(viewer, FigureName.of(CircuitChart.CIRCLE), export);
    }

    private void follow() {
        following = true;
        slider.setMax(Math.max(1, replay.runProperty().get().map(RunHistory::lastStep).orElse(1)));
        slider.setValue(replay.positionProperty().get());
        following = false;
    }

    /** Moves the tokens at once where every step comes by anyway, and else lets them glide. */
    private void go(double step) {
        DoubleProperty position = model.circle().positionProperty();
        String shown = replay.runProperty().get().map(it -> it.head().id()).orElse("");
        boolean another = !shown.equals(run);
        run = shown;
        glide.stop();
        if (another || dragging || replay.phaseProperty().get() == ReplayModel.Phase.PLAYING) {
            position.set(step);
        } else {
            glide.getKeyFrames().setAll(new KeyFrame(GLIDE, new KeyValue(position, step, Interpolator.EASE_BOTH)));
            glide.playFromStart();
        }
    }

    private OptionalInt tokenAt(MouseEvent at) {
        return figure.tokenAt(viewer.plotArea(), at.getX(), at.getY());
    }

    private void point(OptionalInt token) {
        if (!token.equals(pointed)) {
            pointed = token;
            viewer.setCursor(token.isPresent() ? Cursor.HAND : Cursor.DEFAULT);
            figure.point(token);
        }
    }

    private void clicked(MouseEvent click) {
        node.requestFocus();
        if (click.getButton() == MouseButton.PRIMARY && click.isStillSincePress()) {
            tokenAt(click).ifPresent(token -> {
                model.chooseCircle();
                model.firstProperty().set(model.secondProperty().get());
                model.secondProperty().set(Integer.toString(token));
            });
        }
    }

    private void draw() {
        FigureStyle style = model.darkProperty().get() ? FigureStyle.DARK : FigureStyle.LIGHT;
        if (figure.style() != style) {
            figure = new CircleFigure(style);
        }
        viewer.show(figure.chart());
        if (!model.circle().circular()) {
            figure.stepAside();
            viewer.setAccessibleText(figure.words());
        }
        model.circle().sceneProperty().get().ifPresent(scene -> {
            figure.show(scene, model.circle().lit());
            viewer.setAccessibleText(figure.words());
        });
    }
}
