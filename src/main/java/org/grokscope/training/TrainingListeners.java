package org.grokscope.training;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Those who listen to an executor. One that fails does not keep the news from the others. */
public final class TrainingListeners {
    private static final Logger LOG = LoggerFactory.getLogger(TrainingListeners.class);

    private final List<Consumer<TrainingSnapshot>> listeners = new CopyOnWriteArrayList<>();

    /** Adds a listener; closing what this returns removes it. */
    public RunExecutor.Listening add(Consumer<TrainingSnapshot> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Tells all of them. */
    public void tell(TrainingSnapshot snapshot) {
        for (Consumer<TrainingSnapshot> listener : listeners) {
            try {
                listener.accept(snapshot);
            } catch (RuntimeException e) {
                LOG.error("A listener of the executor failed.", e);
            }
        }
    }
}
