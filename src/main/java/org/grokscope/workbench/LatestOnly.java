package org.grokscope.workbench;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/**
 * Hands values from another thread to the toolkit's. When they come faster than they are taken, only the latest
 * arrives.
 */
final class LatestOnly<T> implements Consumer<T> {
    private final AtomicReference<@Nullable T> waiting = new AtomicReference<>();
    private final Consumer<T> receiver;

    LatestOnly(Consumer<T> receiver) {
        this.receiver = receiver;
    }

    @Override
    public void accept(T value) {
        if (waiting.getAndSet(value) == null) {
            Platform.runLater(this::deliver);
        }
    }

    private void deliver() {
        T value = waiting.getAndSet(null);
        if (value != null) {
            receiver.accept(value);
        }
    }
}
