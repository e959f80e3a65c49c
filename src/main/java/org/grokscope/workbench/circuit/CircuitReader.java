package org.grokscope.workbench.circuit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.grokscope.file.FileProblem;
import org.grokscope.file.ProblemSentence;
import org.grokscope.measure.CircuitReading;
import org.grokscope.measure.PairLogits;
import org.grokscope.run.Checkpoint;
import org.grokscope.run.RunDirectory;
import org.grokscope.settings.RunConfiguration;
import org.grokscope.training.CheckpointProbe;
import org.grokscope.training.CircuitAnalyzer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads checkpoints in the background, one thing after the other, and keeps what it read. What is wanted can change at
 * any time: what nobody waits for any more is dropped within a few milliseconds.
 */
public final class CircuitReader implements CircuitSource, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CircuitReader.class);

    private final Path runsFolder;
    private final Runnable library;
    private final Executor toolkit;
    private final CircleReader circles;
    private final CourseReader courses;
    private final CircuitCache cache = new CircuitCache();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final AtomicBoolean told = new AtomicBoolean();
    private final ExecutorService thread = Executors
            .newSingleThreadExecutor(Thread.ofPlatform().name("circuit reader").daemon().factory());
    private volatile CircuitRequest request = CircuitRequest.NONE;

    // Of the reader's thread alone:
    private @Nullable CheckpointAddress openAddress;
    private @Nullable Checkpoint open;

    /**
     * Makes a reader that waits for requests.
     *
     * @param library waits until the tensor library is loaded, by whoever chooses its threads
     * @param toolkit runs what listeners are told
     */
    public CircuitReader(Path runsFolder, Runnable library, Executor toolkit) {
        this.runsFolder = runsFolder;
        this.library = library;
        this.toolkit = toolkit;
        this.circles = new CircleReader(runsFolder, toolkit);
        this.courses = new CourseReader(runsFolder, library, toolkit);
    }

    /** Returns the reader of how the tokens move. */
    CircleReader circles() {
        return circles;
    }

    /** Returns the reader of how the frequencies inside neurons fare. */
    CourseReader courses() {
        return courses;
    }

    @Override
    public void want(CircuitRequest wanted) {
        cache.forgetDamage(wanted);
        request = wanted;
        try {
            thread.execute(this::work);
        } catch (RejectedExecutionException closed) {
            LOG.trace("Nothing is read any more: the window is closed.");
        }
    }

    @Override
    public Optional<CircuitResult> result(CheckpointAddress at) {
        return cache.result(at);
    }

    @Override
    public Optional<PairLogits> answer(PairQuestion question) {
        return cache.answer(question);
    }

    @Override
    public void listen(Runnable listener) {
        listeners.add(listener);
    }

    private void work() {
        while (true) {
            // Once: whoever wants something else meanwhile must not have it read with the settings of what was wanted before.
            CircuitRequest from = request;
            Optional<CircuitRequest.Reading> next = next(from);
            if (next.isEmpty()) {
                return;
            }
            CircuitRequest.Reading it = next.get();
            BooleanSupplier wanted = () -> from == request || next(request).filter(it::equals).isPresent();
            try {
                read(from, it, wanted);
            } catch (CancellationException nobodyWaits) {
                LOG.trace("Not read to the end: {}", it);
            } catch (FileProblem damage) {
                spoil(it.at(), String.valueOf(damage.getMessage()), damage);
            } catch (IllegalArgumentException otherNetwork) {
                spoil(it.at(), "The checkpoint of step " + it.at().step()
                        + " holds another network than its run says.", otherNetwork);
            } catch (IOException | RuntimeException problem) {
                LOG.warn("The checkpoint {} cannot be read", it.at(), problem);
                spoil(it.at(), "The checkpoint of step " + it.at().step()
                        + " cannot be read; the log says why.", problem);
            }
        }
    }

    /** Returns the first thing that is wanted and not there. */
    private Optional<CircuitRequest.Reading> next(CircuitRequest wanted) {
        return wanted.readings().stream().filter(it -> switch (cache.result(it.at()).orElse(null)) {
            case null -> true;
            case CircuitResult.Damaged _ -> false;
            case CircuitResult.Read(CircuitReading reading) ->
                it.whole() && !(reading.activity().isPresent() && answered(it.at(), wanted.pair(it.at())))
                        || ablated(it.at(), wanted) && reading.ablation().isEmpty();
        }).findFirst();
    }

    private static boolean ablated(CheckpointAddress at, CircuitRequest wanted) {
        return wanted.ablated().contains(at);
    }

    private boolean answered(CheckpointAddress at, Optional<CircuitRequest.Pair> pair) {
        return pair.isEmpty() || cache.answer(new PairQuestion(at, pair.get().a(), pair.get().b())).isPresent();
    }

    private void read(CircuitRequest from, CircuitRequest.Reading it, BooleanSupplier wanted) throws IOException {
        RunConfiguration configuration = from.configuration(it.at());
        Optional<CircuitRequest.Pair> pair = from.pair(it.at());
        CircuitReading reading = cache.result(it.at()) instanceof Optional<CircuitResult> known
                && known.orElse(null) instanceof CircuitResult.Read(CircuitReading there)
                        ? there
                        : embedding(configuration, it);
        keep(it.at(), reading);
        if (!it.whole() && !ablated(it.at(), from)) {
            return;
        }
        if (!loaded(it.at())) {
            return;
        }
        Checkpoint checkpoint = checkpoint(it.at());
        try (CheckpointProbe probe = CheckpointProbe.open(configuration, checkpoint, wanted)) {
            CircuitAnalyzer analyzer = new CircuitAnalyzer(probe);
            if (pair.isPresent()) {
                cache.put(new PairQuestion(it.at(), pair.get().a(), pair.get().b()),
                        analyzer.answer(pair.get().a(), pair.get().b()));
                tell();
            }
            if (reading.activity().isEmpty()) {
                reading = reading.with(analyzer.activity());
                keep(it.at(), reading);
            }
            if (ablated(it.at(), from) && reading.ablation().isEmpty()) {
                keep(it.at(), reading.with(probe.ablation()));
            }
        }
    }

    /** Returns whether there is a tensor library to look into a network with; if not, that is told in its place. */
    private boolean loaded(CheckpointAddress at) {
        try {
            library.run();
            return true;
        } catch (RuntimeException | Error problem) {
            LOG.warn("The tensor library cannot be loaded", problem);
            spoil(at, "The tensor library cannot be loaded: " + ProblemSentence.of(problem), problem);
            return false;
        }
    }

    /** Of a checkpoint that only its embedding is wanted of, perhaps one of many, nothing else is read. */
    private CircuitReading embedding(RunConfiguration configuration, CircuitRequest.Reading it) throws IOException {
        CheckpointAddress at = it.at();
        return it.whole()
                ? CircuitAnalyzer.embedding(configuration, checkpoint(at))
                : CircuitAnalyzer.embedding(configuration, RunDirectory.open(runsFolder.resolve(at.run()))
                        .parameter(at.step(), CircuitAnalyzer.EMBEDDING).orElse(null));
    }

    /** Reads a checkpoint's file; the one read last is still at hand, as it is mostly wanted again at once. */
    private Checkpoint checkpoint(CheckpointAddress at) throws IOException {
        Checkpoint read = open;
        if (read == null || !at.equals(openAddress)) {
            read = RunDirectory.open(runsFolder.resolve(at.run())).checkpoint(at.step());
            open = read;
            openAddress = at;
        }
        return read;
    }

    private void keep(CheckpointAddress at, CircuitReading reading) {
        cache.put(at, new CircuitResult.Read(reading));
        tell();
    }

    private void spoil(CheckpointAddress at, String sentence, Throwable problem) {
        LOG.debug("The checkpoint {} cannot be shown", at, problem);
        cache.put(at, new CircuitResult.Damaged(sentence));
        tell();
    }

    /** Tells the listeners; what happens before they have heard is told with it. */
    private void tell() {
        if (!told.getAndSet(true)) {
            toolkit.execute(() -> {
                told.set(false);
                listeners.forEach(Runnable::run);
            });
        }
    }

    /** Ends the threads. */
    @Override
    public void close() {
        circles.close();
        courses.close();
        request = CircuitRequest.NONE;
        thread.shutdown();
    }
}
