package org.grokscope.workbench.replay;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;

/**
 * Moves a replay on while it plays and somebody can see it, by the time that has passed: how fast it plays does not depend
 * on how fast the window draws. That is about 30 times a second; half of that while a run trains here, which every frame
 * takes processor time from. It moves the replay between frames and not within one, as an animation of JavaFX would: what
 * moves at once and what is drawn soon after then come into the same frame, and for every frame the toolkit goes through
 * the whole window.
 */
public final class ReplayClock {
    private static final long REST_NANOS = 33_000_000;
    private static final long REST_BESIDE_TRAINING_NANOS = 66_000_000;
    private static final double NANOS_A_SECOND = 1e9;

    private final ReplayModel replay;
    private final ObservableValue<Boolean> visible;
    private final ObservableValue<Boolean> training;
    private long before;
    /** A tick is on its way: the clock goes. */
    private boolean running;

    /**
     * Makes a clock that goes while something is visible.
     *
     * @param training whether a run trains in this window
     */
    public ReplayClock(ReplayModel replay, ObservableValue<Boolean> visible, ObservableValue<Boolean> training) {
        this.replay = replay;
        this.visible = visible;
        this.training = training;
        replay.phaseProperty().subscribe(this::start);
        visible.subscribe(this::start);
    }

    private boolean wanted() {
        return replay.phaseProperty().get() == ReplayModel.Phase.PLAYING && visible.getValue();
    }

    private void start() {
        if (wanted() && !running) {
            running = true;
            before = System.nanoTime();
            tickAfter(restNanos());
        }
    }

    private void tick() {
        running = wanted();
        if (running) {
            long now = System.nanoTime();
            replay.advance((now - before) / NANOS_A_SECOND);
            before = now;
            tickAfter(restNanos() - (System.nanoTime() - now));
        }
    }

    private void tickAfter(long nanos) {
        CompletableFuture.delayedExecutor(nanos, TimeUnit.NANOSECONDS, Platform::runLater).execute(this::tick);
    }

    private long restNanos() {
        return training.getValue() ? REST_BESIDE_TRAINING_NANOS : REST_NANOS;
    }
}
