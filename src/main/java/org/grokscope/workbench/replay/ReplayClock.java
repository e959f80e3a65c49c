package org.grokscope.workbench.replay;

import javafx.animation.AnimationTimer;
import javafx.beans.value.ObservableValue;

/**
 * Moves a replay on while it plays and somebody can see it, at most 30 times a second, by the time that has passed: how
 * fast it plays does not depend on how fast the window draws.
 */
public final class ReplayClock {
    private static final long REST_NANOS = 30_000_000;
    private static final double NANOS_A_SECOND = 1e9;
    private static final long NOT_YET = Long.MIN_VALUE;

    private final ReplayModel replay;
    private final ObservableValue<Boolean> visible;
    private long before = NOT_YET;
    private boolean running;

    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long now) {
            tick(now);
        }
    };

    /** Makes a clock that goes while something is visible. */
    public ReplayClock(ReplayModel replay, ObservableValue<Boolean> visible) {
        this.replay = replay;
        this.visible = visible;
        replay.phaseProperty().subscribe(this::startOrStop);
        visible.subscribe(this::startOrStop);
    }

    private void startOrStop() {
        boolean wanted = replay.phaseProperty().get() == ReplayModel.Phase.PLAYING && visible.getValue();
        if (wanted && !running) {
            before = NOT_YET;
            timer.start();
        } else if (!wanted && running) {
            timer.stop();
        }
        running = wanted;
    }

    private void tick(long now) {
        if (before == NOT_YET) {
            before = now;
        } else if (now - before >= REST_NANOS) {
            double seconds = (now - before) / NANOS_A_SECOND;
            before = now;
            replay.advance(seconds);
        }
    }
}
