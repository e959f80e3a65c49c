package org.grokscope.workbench;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.grokscope.run.Environment;
import org.grokscope.training.LaneSnapshot;
import org.grokscope.training.TrainingLane;

/** What the window asks of the training lane. */
public interface Lane extends AutoCloseable {
    /** Returns what runs are computed on; waits for the tensor library to load. */
    Environment environment();

    /** Queues a run. */
    void submit(Path runDirectory);

    /** Pauses a run. */
    void pause(String id);

    /** Lets a paused run go on. */
    void resume(String id);

    /** Takes a run off the lane, with a checkpoint. */
    void stop(String id);

    /** Adds a listener, which is called on the lane's thread. */
    void listen(Consumer<LaneSnapshot> listener);

    /** Returns the lane as it stands. */
    LaneSnapshot snapshot();

    /** Stops every run with a checkpoint. */
    @Override
    void close();

    /** Returns the training lane itself. */
    static Lane of(TrainingLane lane) {
        return new Lane() {
            @Override
            public Environment environment() {
                return lane.environment();
            }

            @Override
            public void submit(Path runDirectory) {
                lane.submit(runDirectory);
            }

            @Override
            public void pause(String id) {
                lane.pause(id);
            }

            @Override
            public void resume(String id) {
                lane.resume(id);
            }

            @Override
            public void stop(String id) {
                lane.stop(id);
            }

            @Override
            public void listen(Consumer<LaneSnapshot> listener) {
                lane.listen(listener);
            }

            @Override
            public LaneSnapshot snapshot() {
                return lane.snapshot();
            }

            @Override
            public void close() {
                lane.close();
            }
        };
    }
}
