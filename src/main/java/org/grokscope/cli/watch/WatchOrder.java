package org.grokscope.cli.watch;

import java.util.Comparator;
import java.util.OptionalInt;
import org.grokscope.study.slurm.LineState;
import org.jspecify.annotations.Nullable;

/** By what the table is sorted. */
enum WatchOrder {
    /** As they were made, or as the plan has them. */
    FOLDER("folder's order", null),
    /** By name. */
    NAME("name", Comparator.comparing(WatchedRun::name)),
    /** What trains first. */
    STATE("state", Comparator.comparing((WatchedRun run) -> !run.state().equals(LineState.TRAINING.label()))
            .thenComparing(WatchedRun::state)),
    /** The furthest first. */
    STEP("step", Comparator.comparingInt(WatchedRun::step).reversed()),
    /** The highest validation accuracy first. */
    ACCURACY("validation accuracy", falling(run -> WatchedRun.last(run.accuracy()))),
    /** The highest FSD first. */
    FSD("FSD", falling(run -> WatchedRun.last(run.fsd()))),
    /** Who grokked first, first. */
    GROKKED("grokked", Comparator.comparingInt(run -> orNever(run.grokked())));

    private interface Number {
        double of(WatchedRun run);
    }

    private final String title;
    private final @Nullable Comparator<WatchedRun> comparator;

    WatchOrder(String title, @Nullable Comparator<WatchedRun> comparator) {
        this.title = title;
        this.comparator = comparator;
    }

    private static Comparator<WatchedRun> falling(Number number) {
        return Comparator.comparingDouble(run -> Double.isNaN(number.of(run)) ? 1 : -number.of(run));
    }

    private static int orNever(OptionalInt step) {
        return step.orElse(Integer.MAX_VALUE);
    }

    String title() {
        return title;
    }

    /** Returns the order of two runs; equal ones stay as they were. */
    Comparator<WatchedRun> comparator() {
        return comparator == null ? (_, _) -> 0 : comparator;
    }

    WatchOrder next() {
        return values()[(ordinal() + 1) % values().length];
    }
}
