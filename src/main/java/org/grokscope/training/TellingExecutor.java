package org.grokscope.training;

import java.util.function.Consumer;

/** An executor that remembers how it stands, and tells those who listen. */
public abstract class TellingExecutor implements RunExecutor {
    private final TrainingListeners listeners = new TrainingListeners();
    private volatile TrainingSnapshot snapshot = TrainingSnapshot.EMPTY;

    @Override
    public final Listening listen(Consumer<TrainingSnapshot> listener) {
        return listeners.add(listener);
    }

    @Override
    public final TrainingSnapshot snapshot() {
        return snapshot;
    }

    /** From now on the executor stands like this; nobody is told yet. */
    protected final void stand(TrainingSnapshot now) {
        snapshot = now;
    }

    /** Tells the listeners how the executor stands, or stood. */
    protected final void tell(TrainingSnapshot stood) {
        listeners.tell(stood);
    }
}
