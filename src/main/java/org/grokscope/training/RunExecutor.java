package org.grokscope.training;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.grokscope.run.Environment;
import org.grokscope.settings.RunConfiguration;

/**
 * Where runs train: what is submitted here is written, step by step, into its run directory. Commands may come from any
 * thread and are obeyed at a run's next step boundary; reports come on a thread of the executor's own.
 */
public interface RunExecutor extends AutoCloseable {
    /** How far apart reports of mere progress are, at least; that a run changed its phase is told at once. */
    Duration REPORT_EVERY = Duration.ofMillis(500);

    /**
     * Returns what new runs would be computed on; waits for the tensor library to load.
     *
     * @param runs how many are to be submitted together: several may get fewer threads each than one alone
     * @throws org.grokscope.text.InvalidSetting when a GPU was asked for and there is none
     */
    Environment environment(int runs);

    /**
     * Returns what these new runs would be computed on; waits for the tensor library to load.
     *
     * @throws org.grokscope.text.InvalidSetting when one of them cannot be computed here
     */
    default Environment environmentOf(List<RunConfiguration> runs) {
        Environment environment = environment(runs.size());
        runs.forEach(run -> Compute.require(run, environment));
        return environment;
    }

    /** Returns what one new run alone would be computed on; waits for the tensor library to load. */
    default Environment environment() {
        return environment(1);
    }

    /**
     * Returns what one new run alone would be computed on, as far as that can be told before the tensor library is loaded,
     * without its versions; empty where only the library can tell, as there may be a GPU.
     */
    default Optional<Environment> foreseen() {
        return Optional.empty();
    }

    /** Begins to load the tensor library, where that was not done; whoever will need it does not wait. */
    default void prepare() {
        // Most have it loaded.
    }

    /** Returns how many runs may train at once, where a person said so; empty where the executor chooses. */
    default OptionalInt atOnce() {
        return OptionalInt.empty();
    }

    /**
     * Lets another number of runs train at once; those that train already are left alone. An executor that has room for one run
     * keeps to that.
     *
     * @param most at least 1; empty lets the executor choose
     */
    default void atOnce(OptionalInt most) {
        // There is room for one.
    }

    /**
     * Returns how fast the paper's run trains here, tried out in about a second between the steps of other runs; waits for
     * that.
     *
     * @throws IllegalStateException when the executor closes before
     */
    TrialSpeed trialSpeed();

    /** Queues runs that belong together, in this order. */
    void submitAll(List<Submission> submissions);

    /** Queues runs that belong together, in this order: each begins, or goes on from its newest checkpoint. */
    default void submit(List<Path> runDirectories) {
        submitAll(runDirectories.stream().map(Submission::of).toList());
    }

    /** Queues a run: it begins, or goes on from its newest checkpoint. */
    default void submit(Path runDirectory) {
        submit(List.of(runDirectory));
    }

    /** Lets a run go on that was paused because its directory could not be written. */
    void resume(Path runDirectory);

    /** Stops a run at the next step boundary, with a checkpoint; it leaves the executor and can be submitted again. */
    void stop(Path runDirectory);

    /**
     * Adds a listener. It hears of every change of phase at once and of progress twice a second at most, on a thread
     * of the executor's own that holds no lock.
     *
     * @return what removes it again
     */
    Listening listen(Consumer<TrainingSnapshot> listener);

    /** A listener's place; closing it removes the listener. */
    @FunctionalInterface
    interface Listening extends AutoCloseable {
        @Override
        void close();
    }

    /** Returns the executor as it stands. */
    TrainingSnapshot snapshot();

    /** Stops every run with a checkpoint, and returns when all have. */
    @Override
    void close();
}
