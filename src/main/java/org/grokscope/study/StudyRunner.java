package org.grokscope.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import org.grokscope.file.FileProblem;
import org.grokscope.file.LockFile;
import org.grokscope.file.TargetFolder;
import org.grokscope.run.Environment;
import org.grokscope.run.Fork;
import org.grokscope.run.ForkBranch;
import org.grokscope.run.ForkPlan;
import org.grokscope.run.ForkRequest;
import org.grokscope.run.RunDirectory;
import org.grokscope.run.RunHold;
import org.grokscope.run.RunOwner;
import org.grokscope.study.StudyProgress.CellProgress;
import org.grokscope.study.Trial.Forked;
import org.grokscope.study.Trial.Trained;
import org.grokscope.settings.EvaluationSettings;
import org.grokscope.settings.Settings;
import org.grokscope.text.InvalidSetting;
import org.grokscope.training.RunExecutor;
import org.grokscope.training.TargetSearch;
import org.grokscope.training.TrainingNews;
import org.grokscope.training.TrainingSnapshot;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings about the runs of a study, few at a time so that a study that is broken off has whole runs. What is there is
 * not trained again, and what was begun goes on from its newest checkpoint. One thread at a time.
 */
public final class StudyRunner {
    private static final Logger LOG = LoggerFactory.getLogger(StudyRunner.class);
    private static final String LOCK = ".study.lock";
    private static final String HOLD = ".study";
    private static final int CORES = Runtime.getRuntime().availableProcessors();

    private final List<Trial> cells;
    private final Path runsFolder;
    private final StudyArchive archive;
    private final RunExecutor executor;
    private final Consumer<StudyProgress> listener;
    private final TrainingNews news = new TrainingNews();
    private final Map<String, TrialState> states = new LinkedHashMap<>();
    private final RunsInTraining training;
    /** Parents whose training could not go on, by their names. */
    private final Map<String, String> brokenParents = new HashMap<>();
    private final Set<String> beingMade = new HashSet<>();
    private volatile boolean stopped;
    private TrainingSnapshot latest = TrainingSnapshot.EMPTY;

    /**
     * Prepares; nothing is made before {@link #run}.
     *
     * @param runsFolder where runs are looked for and made
     * @param listener hears of every change, on the thread that runs the study
     */
    public StudyRunner(List<Trial> cells, Path runsFolder, StudyArchive archive, RunExecutor executor,
            Consumer<StudyProgress> listener) {
        this.cells = List.copyOf(cells);
        this.runsFolder = runsFolder;
        this.archive = archive;
        this.executor = executor;
        this.training = new RunsInTraining(executor);
        this.listener = listener;
        cells.forEach(cell -> states.put(cell.name(), new TrialState.Missing()));
    }

    /**
     * Runs the study until nothing more can be done, or it is stopped. A cell that fails stops no other.
     *
     * @throws FileProblem when the folder cannot be written
     */
    public StudyProgress run() throws IOException, InterruptedException {
        try (RunExecutor.Listening _ = executor.listen(news)) {
            latest = executor.snapshot();
            look();
            while (!stopped && !training.paths().isEmpty()) {
                latest = news.take();
                if (training.hear(latest)) {
                    look();
                } else {
                    tell();
                }
            }
        }
        stopped = true;
        return progress();
    }

    /** Submits no more runs; those in training are for the caller to stop. */
    public void stop() {
        stopped = true;
        news.accept(latest);
    }

    private StudyProgress progress() {
        return StudyProgress.of(
                cells.stream().map(cell -> new CellProgress(cell, state(cell))).toList(), latest,
                training.paths());
    }

    private void tell() {
        listener.accept(progress());
    }

    private TrialState state(Trial cell) {
        return states.getOrDefault(cell.name(), new TrialState.Missing());
    }

    /** Sees what is there, and begins what can be begun. */
    private void look() throws IOException {
        new TargetFolder(runsFolder).make();
        // Two studies that find the same run missing must not both make it, nor on two machines.
        try (LockFile _ = LockFile.hold(runsFolder.resolve(LOCK));
                RunHold _ = RunHold.await(Files.createDirectories(runsFolder.resolve(HOLD)))) {
            lookAlone();
        }
        tell();
    }

    private void lookAlone() throws IOException {
        RunIndex runIndex = RunIndex.read(runsFolder, archive);
        List<Trial> open = cells.stream().filter(cell -> !state(cell).settled()).toList();
        runIndex.states(open).forEach((cell, state) -> states.put(cell.name(), state));
        for (Trial cell : open) {
            settle(cell, runIndex);
        }
        beingMade.clear();
    }

    private void settle(Trial cell, RunIndex runIndex) throws IOException {
        try {
            switch (cell) {
                case Trained trained -> settle(trained, runIndex);
                case Forked forked when !state(cell).settled() -> settle(forked, runIndex);
                case Forked _ -> {
                    // Nothing is measured in a branch.
                }
            }
        } catch (InvalidSetting | FileProblem problem) {
            states.put(cell.name(), new TrialState.Failed(String.valueOf(problem.getMessage())));
        }
    }

    private void settle(Trained cell, RunIndex runIndex) throws IOException {
        for (FoundRun run : runIndex.runs(cell)) {
            if (run.ended() && !run.archived() && cell.finding() != Finding.NONE) {
                measure(run, cell.finding());
            }
            if (run.complete(cell.finding())) {
                states.put(cell.name(), new TrialState.Done(run));
                return;
            }
        }
        train(cell, runIndex).ifPresent(why -> states.put(cell.name(), new TrialState.Failed(why)));
    }

    private void measure(FoundRun run, Finding finding) throws IOException {
        // The executor chooses the tensor library's threads, so it has to load it.
        executor.environment();
        try {
            Findings.measure(run, finding);
        } catch (FileProblem problem) {
            if (finding.required()) {
                throw problem;
            }
            LOG.info("{} was not measured in the run {}.", finding, run.id(), problem);
        }
    }

    private void settle(Forked cell, RunIndex runIndex) throws IOException {
        Optional<FoundRun> begun = runIndex.runs(cell).stream().filter(run -> !run.archived()).findFirst();
        if (begun.isPresent()) {
            goOn(begun.get()).ifPresent(why -> states.put(cell.name(), new TrialState.Failed(why)));
            return;
        }
        for (FoundRun parent : runIndex.runs(cell.parent())) {
            if (parent.forkableFor(cell)) {
                if (room()) {
                    submit(branch(cell, parent));
                }
                return;
            }
        }
        String broken = brokenParents.get(cell.parent().name());
        Optional<String> why = broken == null ? train(cell.parent(), runIndex) : Optional.of(broken);
        why.ifPresent(sentence -> {
            brokenParents.put(cell.parent().name(), sentence);
            states.put(cell.name(), new TrialState.Failed("Its parent, " + cell.parent().name() + ": " + sentence));
        });
    }

    /** Begins a run or goes on with it; returns why that is not possible. */
    private Optional<String> train(Trained cell, RunIndex runIndex) throws IOException {
        for (FoundRun run : runIndex.runs(cell)) {
            if (!run.archived() && !run.ended()) {
                return goOn(run);
            }
        }
        if (room() && beingMade.add(cell.name())) {
            submit(RunDirectory.create(runsFolder, cell.configuration().suggestedName(), cell.configuration(), null,
                    environment()));
        }
        return Optional.empty();
    }

    private Optional<String> goOn(FoundRun run) throws IOException {
        Path path = run.directory().path();
        Optional<String> why = training.brokenOff(path);
        if (why.isPresent() || training.trains(path)) {
            return why;
        }
        Optional<RunOwner> owner = run.directory().owner();
        if (owner.isPresent()) {
            return Optional.of("It is being written by " + owner.get().said() + ".");
        }
        if (room()) {
            training.submit(run.directory());
        }
        return Optional.empty();
    }

    private RunDirectory branch(Forked cell, FoundRun parent) throws IOException {
        int step = cell.at().step(parent.history()).orElseThrow();
        ForkRequest request = new ForkRequest(step, List.of(cell.weightDecay()), cell.draw(), false,
                OptionalDouble.empty(), OptionalInt.of(cell.steps()), OptionalInt.of(cell.stopAfterGrok()),
                OptionalInt.of(cell.evaluateEvery())).doing(cell.does().interventions(parent.history(), step));
        ForkPlan plan = ForkPlan.of(parent.history(), TargetSearch.settle(parent.directory(), request, executor));
        ForkBranch last = plan.branches().getLast();
        // A parent whose checkpoints are close so that one can look into it anywhere need not have branches like it.
        ForkBranch branch = new ForkBranch(last.name(), last.configuration().with(Settings.CHECKPOINT_EVERY,
                EvaluationSettings.DEFAULT.checkpointEvery()), last.lineage());
        return Fork.create(parent.directory(), new ForkPlan(plan.start(), List.of(branch)), step, environment())
                .getFirst();
    }

    /** A run that was made while somebody stopped the study is taken up when it goes on. */
    private void submit(RunDirectory made) throws IOException {
        if (!stopped) {
            training.submit(made);
        }
    }

    private boolean room() {
        // The tensor library may have to be loaded first; somebody may stop it meanwhile.
        int most = atOnce();
        return !stopped && training.paths().size() < most;
    }

    /** More would train by turns, and none would be done until all are. */
    private int atOnce() {
        return executor.environment().gpu() ? 1 : executor.atOnce().orElse(CORES);
    }

    private Environment environment() {
        int open = (int) cells.stream().filter(cell -> !state(cell).settled()).count();
        return executor.environment(Math.min(open, atOnce()));
    }
}
