package org.grokscope.workbench.timeline;

import java.awt.geom.Rectangle2D;
import java.util.Optional;
import javafx.animation.Interpolator;
import javafx.animation.KeyFrame;
import javafx.animation.KeyValue;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.scene.image.ImageView;
import javafx.util.Duration;
import org.grokscope.workbench.chart.FigureViewer;

/**
 * Lets the flag of grokking spring when it appears before somebody's eyes: in a run that trains, and in a replay. Where the
 * system asks for less motion nothing moves.
 */
final class FlagSpring {
    private static final double[] SIZES = {0.5, 1.5, 0.9, 1.1, 1};
    private static final double BEAT = 120;

    private final FigureViewer viewer;
    private String run = "";
    private boolean there;
    private int springs;

    FlagSpring(FigureViewer viewer) {
        this.viewer = viewer;
    }

    /**
     * The timeline was drawn.
     *
     * @param id of the primary run; empty without one
     * @param flag where its flag of grokking is; empty where it has none
     */
    void drawn(String id, Optional<Rectangle2D> flag) {
        boolean appeared = id.equals(run) && !there && flag.isPresent();
        run = id;
        there = flag.isPresent();
        if (appeared) {
            springs++;
            flag.filter(_ -> !Platform.getPreferences().isReducedMotion()).ifPresent(this::spring);
        }
    }

    /** Returns how often a flag appeared. */
    int springs() {
        return springs;
    }

    private void spring(Rectangle2D flag) {
        ImageView picture = viewer.part(flag);
        viewer.lay(picture);
        Timeline timeline = new Timeline();
        for (int i = 0; i < SIZES.length; i++) {
            timeline.getKeyFrames()
                    .add(new KeyFrame(Duration.millis(i * BEAT),
                            new KeyValue(picture.scaleXProperty(), SIZES[i], Interpolator.EASE_BOTH),
                            new KeyValue(picture.scaleYProperty(), SIZES[i], Interpolator.EASE_BOTH)));
        }
        timeline.setOnFinished(_ -> viewer.take(picture));
        timeline.play();
    }
}
