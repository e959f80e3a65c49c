package org.grokscope.workbench;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.scene.Parent;
import org.grokscope.figure.export.FigureName.Shows;
import org.grokscope.measure.Milestone;
import org.grokscope.run.RunHistory;
import org.grokscope.run.RunNames;
import org.grokscope.study.StudyArchive;
import org.grokscope.training.RunExecutor;
import org.grokscope.training.TrainingRun;
import org.grokscope.training.TrainingSnapshot;
import org.grokscope.workbench.circuit.CircuitReader;
import org.grokscope.workbench.preferences.Preferences;
import org.grokscope.workbench.runs.ReadRuns;
import org.grokscope.workbench.study.StudyModel;
import org.grokscope.workbench.study.StudyState;
import org.grokscope.workbench.study.StudyTask;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings together folder, executor and window: runs flow from the folder to the model, commands from the window back. */
public final class Workbench implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Workbench.class);

    private final Path runsFolder;
    private final RunExecutor executor;
    private final Questions questions;
    private final Preferences preferences;
    private final CircuitReader circuits;
    private final WorkbenchModel model;
    private final ProblemNotices problems;
    private final BackgroundTasks tasks;
    private final StudyModel studies;
    private final RunNames names;
    private final OpenFolders folders;
    private final RunsReader reader;
    private final RunActions runActions;
    private final NewRunActions newRuns;
    private final ImportActions imports;
    private final ForkActions forks;
    private final ExportActions exports;
    private final NewsNotices news;
    private final TourGuide tours;
    private final PlanActions plans;
    /** Whether the first look at the runs is over. */
    private boolean introduced;
    private final CompletableFuture<@Nullable Void> closed = new CompletableFuture<>();

    /**
     * Brings them together; nothing happens before {@link #start}.
     *
     * @param preferences what was chosen at earlier times and is kept for later ones
     */
    public Workbench(Path runsFolder, RunExecutor executor, Questions questions, Preferences preferences) {
        this.runsFolder = runsFolder;
        this.executor = executor;
        this.questions = questions;
        this.preferences = preferences;
        this.names = new RunNames(runsFolder);
        // The executor chooses the tensor library's threads, so it has to load it.
        this.circuits = new CircuitReader(names.home(), executor::environment, Platform::runLater);
        this.tasks = new BackgroundTasks(problem -> problems().tell(problem));
        this.folders = new OpenFolders(names.home(), preferences, questions, tasks);
        this.model = new WorkbenchModel(circuits, tasks::run);
        this.studies = new StudyModel(runsFolder, executor, StudyArchive.installed(), Platform::runLater);
        this.reader = new RunsReader(names, new LatestOnly<>(this::received),
                problem -> Platform.runLater(() -> problems().tell(problem)));
        this.exports = new ExportActions(model, questions, tasks, preferences.exports());
        this.runActions = new RunActions(names, model, questions, tasks, reader,
                submission -> executor.submitAll(List.of(submission)),
                new SharedRuns(questions, tasks, exports::saved));
        this.problems = new ProblemNotices(model, runActions::resumeFrom);
        this.newRuns = new NewRunActions(runsFolder, model, questions, executor, tasks, reader);
        this.imports = new ImportActions(runsFolder, model, questions, executor, tasks, reader);
        this.forks = new ForkActions(runsFolder, model, executor, names, tasks, reader);
        this.news = new NewsNotices(model);
        this.tours = new TourGuide(names, model, tasks, folders);
        this.plans = new PlanActions(folders, questions, model.notice());
        model.runs().samples().set(SampleRuns.captions(names));
        new RememberedList(model.runs(), preferences);
        new RememberedAlarms(model.moved(), preferences);
        studies.state().map(StudyState::running).subscribe(running -> {
            if (running) {
                tasks.show(StudyTask.start(studies));
            }
        });
    }

    /** Returns what the window shows. */
    public WorkbenchModel model() {
        return model;
    }

    /** Returns how large the words are. */
    TextSize textSize() {
        return new TextSize(preferences.textSize());
    }

    /** Returns what is remembered from one start to the next. */
    public Preferences preferences() {
        return preferences;
    }

    /** Returns what can be done to the runs of the list. */
    RunActions runActions() {
        return runActions;
    }

    /** Returns what opens plans. */
    PlanActions plans() {
        return plans;
    }

    /** Returns the folders of runs that are shown. */
    OpenFolders folders() {
        return folders;
    }

    /** Returns what leads to the fork card and makes branches. */
    ForkActions forks() {
        return forks;
    }

    /** Returns what writes figures. */
    ExportActions exports() {
        return exports;
    }

    /** Returns what makes runs of files of other programs. */
    ImportActions imports() {
        return imports;
    }

    /** Returns what takes people on tours. */
    TourGuide tours() {
        return tours;
    }

    /** Returns what tells a person of problems. */
    ProblemNotices problems() {
        return problems;
    }

    /** Returns what is done in the background. */
    BackgroundTasks tasks() {
        return tasks;
    }

    /** Asks what to train, makes those runs and queues them. */
    public void newRun() {
        newRuns.newRun();
    }

    /** Builds the window's content. */
    Parent build() {
        return new WorkbenchView(model, this).build();
    }

    /** Begins to read the folder and to listen to the executor. */
    public void start() {
        // What the command line says holds for this time, what was chosen in the window for all others.
        model.atOnce().set(executor.atOnce().orElse(preferences.workers().get()));
        model.atOnce().subscribe(runs -> executor.atOnce(runs.intValue() == 0
                ? OptionalInt.empty()
                : OptionalInt.of(runs.intValue())));
        model.fork().open().subscribe(open -> {
            if (open) {
                newRuns.learnSpeed();
            }
        });
        model.runs().selection().addListener(_ -> watch());
        model.runs().executor().addListener(_ -> watch());
        model.runs().baseline().addListener(_ -> watch());
        model.circuit().beside().wantedRunProperty().addListener(_ -> watch());
        executor.listen(new LatestOnly<>((TrainingSnapshot snapshot) -> model.runs().executor().set(named(snapshot))));
        model.runs().executor().set(named(executor.snapshot()));
        SampleRuns.openOnce(folders, preferences);
        reader.open(folders.all());
        preferences.folders().subscribe((_, _) -> reader.open(folders.all()));
        reader.start();
        // Where there is but one device, the tensor library's second and 100 MB are not spent on looking at runs.
        executor.foreseen().ifPresentOrElse(device -> model.environment().set(Optional.of(device)),
                () -> tasks.runOnceLoaded(executor::environment, it -> model.environment().set(Optional.of(it))));
    }

    /**
     * Lets another number of runs train at once, now and at later times.
     *
     * @param runs 0 leaves it to the program
     */
    void trainAtOnce(int runs) {
        preferences.workers().set(runs);
        model.atOnce().set(runs);
    }

    /** Shows the studies: which there are, how far the one is that runs, and its report. */
    void studies() {
        questions.studies(studies, (study, quick) -> tasks.run(() -> studies.report(study, quick), exports::show),
                plans::open);
    }

    /** Shows what can be chosen for all times. */
    void choosePreferences() {
        questions.show(new PreferencesDialog(preferences, model.atOnce(), this::trainAtOnce,
                model.environment().get(), folders, questions::folder).build());
    }

    /** Pauses the chosen run, lets it go on, or queues it again: whichever makes sense. */
    public void pauseOrResume() {
        model.runs().chosen().get().map(run -> run.head().id()).ifPresent(id -> {
            switch (model.control().getValue()) {
                case PAUSE -> executor.stop(names.directory(id));
                case RESUME -> executor.resume(names.directory(id));
                case SUBMIT -> runActions.resume(id);
                case NONE -> {
                    // There is nothing to pause.
                }
            }
        });
    }

    /** Returns whether the window may close; asks while something trains. */
    public boolean mayClose() {
        List<String> training = executor.snapshot().runs().stream()
                .filter(run -> run.phase().wantsToTrain())
                .map(TrainingRun::name).toList();
        return training.isEmpty() || questions.stopAndClose(training);
    }

    /** Ends the threads; runs in training stop with a checkpoint. */
    @Override
    public void close() {
        studies.close();
        reader.close();
        circuits.close();
        tasks.close();
        executor.close();
        closed.complete(null);
    }

    /** Closes on a thread of its own: runs in training write a checkpoint, which takes a moment. */
    void closeInBackground() {
        Thread.ofPlatform().name("closing").start(() -> {
            try {
                close();
            } catch (RuntimeException | Error problem) {
                LOG.error("The window could not be closed.", problem);
                closed.completeExceptionally(problem);
            }
        });
    }

    /** Returns what is done when everything has ended. */
    CompletableFuture<@Nullable Void> closed() {
        return closed;
    }

    private TrainingSnapshot named(TrainingSnapshot snapshot) {
        return new TrainingSnapshot(snapshot.runs().stream().map(run -> run.known(names.of(run.path()))).toList());
    }

    private void received(ReadRuns read) {
        model.moved().update(read);
        introduce();
        model.read().set(true);
        news.look();
        watch();
    }

    /** A sample that is shown first is shown where it groks. */
    private void introduce() {
        if (introduced) {
            return;
        }
        Optional<RunHistory> sample = model.runs().introduced();
        introduced = sample.isEmpty() ? !model.runs().runs().get().isEmpty() : sample.get().whole();
        sample.filter(RunHistory::whole).flatMap(run -> run.at(Milestone.GROKKED))
                .ifPresent(at -> model.timeline().lead(at.step()));
    }

    /** Follows closely what is shown, what could be shown with it, and what trains. */
    private void watch() {
        Set<String> ids = new HashSet<>(model.runs().kin(model.runs().selection().get()));
        model.runs().baseline().get().ifPresent(ids::add);
        model.circuit().beside().wantedRunProperty().get().ifPresent(ids::add);
        ids.addAll(model.runs().executor().get().underWay());
        reader.watch(ids);
    }
}
