package org.grokscope.workbench.chart;

import java.util.HashSet;
import java.util.Set;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Window;
import javafx.util.Duration;

/** Draws when it is asked to, but never twice within a rest, by default 40 ms, and not at all while nobody can see it. */
public final class Redraw {
    private static final Duration REST = Duration.millis(40);
    private static final double NANOS_A_MILLISECOND = 1e6;
    /** Those that were asked for a drawing that can be seen and is not made yet. */
    private static final Set<Redraw> OWING = new HashSet<>();

    private final Runnable draw;
    private final ObservableValue<Boolean> visible;
    private final long leastNanos;
    /** Goes only when somebody waits for its end. */
    private final PauseTransition rest = new PauseTransition();
    private boolean wanted;
    private boolean scheduled;
    private long drawnAt;

    /** Makes one that draws while something is visible. */
    public Redraw(ObservableValue<Boolean> visible, Runnable draw) {
        this(visible, draw, REST);
    }

    /** @param least between two drawings */
    public Redraw(ObservableValue<Boolean> visible, Runnable draw, Duration least) {
        this.visible = visible;
        this.draw = draw;
        this.leastNanos = Math.round(least.toMillis() * NANOS_A_MILLISECOND);
        this.drawnAt = System.nanoTime() - leastNanos;
        rest.setOnFinished(_ -> schedule());
        visible.subscribe(this::schedule);
    }

    /** Returns whether all that was asked for and can be seen is drawn. */
    static boolean allDrawn() {
        return OWING.isEmpty();
    }

    /** Asks for a drawing. */
    public void request() {
        wanted = true;
        schedule();
    }

    /** Asks for a drawing whenever a chart has another size, or the window goes to a screen of another resolution. */
    public void whenResized(Node root, Iterable<FigureViewer> charts) {
        charts.forEach(chart -> {
            chart.getCanvas().widthProperty().subscribe(this::request);
            chart.getCanvas().heightProperty().subscribe(this::request);
        });
        root.sceneProperty().flatMap(Scene::windowProperty).flatMap(Window::renderScaleXProperty)
                .subscribe(this::request);
    }

    private void schedule() {
        if (wanted && visible.getValue()) {
            OWING.add(this);
        } else {
            OWING.remove(this);
        }
        if (!wanted || scheduled || !visible.getValue() || rest.getStatus() == Animation.Status.RUNNING) {
            return;
        }
        long early = leastNanos - (System.nanoTime() - drawnAt);
        if (early > 0) {
            rest.setDuration(Duration.millis(early / NANOS_A_MILLISECOND));
            rest.playFromStart();
        } else {
            scheduled = true;
            // After the event that asked: it may ask more than once.
            Platform.runLater(this::drawNow);
        }
    }

    private void drawNow() {
        scheduled = false;
        OWING.remove(this);
        if (!wanted || !visible.getValue()) {
            return;
        }
        wanted = false;
        drawnAt = System.nanoTime();
        draw.run();
    }
}
