package org.grokscope.workbench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.grokscope.figure.export.FigureName;
import org.grokscope.run.Environment;
import org.grokscope.run.Fork;
import org.grokscope.run.Lineage;
import org.grokscope.run.RunDirectory;
import org.grokscope.run.RunHistory;
import org.grokscope.run.RunLibrary;
import org.grokscope.study.StudyArchive;
import org.grokscope.training.Lane;
import org.grokscope.training.LaneRun;
import org.grokscope.training.LaneSnapshot;
import org.grokscope.workbench.circuit.CircuitReader;
import org.grokscope.workbench.forkcard.ForkCommandLine;
import org.grokscope.workbench.forkcard.ForkOffer;
import org.grokscope.workbench.newrun.PlannedRun;
import org.grokscope.workbench.newrun.TrainCommand;
import org.grokscope.workbench.preferences.Preferences;
import org.grokscope.workbench.runs.RunCommands;
import org.grokscope.workbench.study.StudyDesk;
import org.grokscope.workbench.study.SystemViewer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings together folder, lane and window: runs flow from the folder to the model, commands from the window back. */
public final class Workbench implements RunCommands, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Workbench.class);

    private final Path runsFolder;
    private final Lane lane;
    private final Questions questions;
    private final Preferences preferences;
    private final CircuitReader circuits;
    private final WorkbenchModel model;
    private final Errands errands = new Errands(this::tell);
    private final StudyDesk studies;
    private final RunsReader reader;

    /**
     * Brings them together; nothing happens before {@link #start}.
     *
     * @param preferences what was chosen at earlier times and is kept for later ones
     */
    public Workbench(Path runsFolder, Lane lane, Questions questions, Preferences preferences) {
        this.runsFolder = runsFolder;
        this.lane = lane;
        this.questions = questions;
        this.preferences = preferences;
        // The lane chooses the tensor library's threads, so it has to load it.
        this.circuits = new CircuitReader(runsFolder, lane::environment, Platform::runLater);
        this.model = new WorkbenchModel(circuits, errands::run);
        this.studies = new StudyDesk(runsFolder, lane, StudyArchive.installed(), Platform::runLater);
        this.reader = new RunsReader(new RunLibrary(runsFolder), new Latest<>(this::received),
                problem -> Platform.runLater(() -> tell(problem)));
    }

    /** Returns what the window shows. */
    public WorkbenchModel model() {
        return model;
    }

    /** Returns what is remembered from one start to the next. */
    public Preferences preferences() {
        return preferences;
    }

    /** Builds the window's content. */
    Parent build() {
        return new WorkbenchView(model, this).build();
    }

    /** Begins to read the folder and to listen to the lane. */
    public void start() {
        // What the command line says holds for this time, what was chosen in the window for all others.
        model.atOnce().set(lane.atOnce().orElse(preferences.workers().get()));
        model.atOnce().subscribe(runs -> lane.atOnce(runs.intValue() == 0
                ? OptionalInt.empty()
                : OptionalInt.of(runs.intValue())));
        model.runs().selection().addListener(_ -> watch());
        model.runs().lane().addListener(_ -> watch());
        lane.listen(new Latest<>((LaneSnapshot snapshot) -> model.runs().lane().set(snapshot)));
        model.runs().lane().set(lane.snapshot());
        reader.start();
        errands.run(lane::environment, environment -> model.environment().set(Optional.of(environment)));
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

    /** Asks what to train, makes those runs and queues them. */
    public void newRun() {
        List<PlannedRun> planned = questions.newRuns();
        if (!planned.isEmpty()) {
            errands.run(() -> make(planned), id -> {
                model.runs().filter().set("");
                model.runs().selectWhenRead(id);
                reader.look();
            });
        }
    }

    /** Shows the studies: which there are, how far the one is that runs, and its report. */
    void studies() {
        questions.studies(studies, (study, quick) -> errands.run(() -> {
            Path report = studies.report(study, quick);
            SystemViewer.open(report);
            return report;
        }, _ -> {}));
    }

    /** Exports what the page shows. */
    public void export() {
        export(Optional.empty());
    }

    /** Exports a figure. */
    void export(FigureName figure) {
        export(Optional.of(figure));
    }

    private void export(Optional<FigureName> figure) {
        new Exportable(model).offer(figure).flatMap(questions::export)
                .ifPresent(order -> errands.run(() -> order.export().write(order.file(), true), _ -> {}));
    }

    /** Leads to the fork card. */
    public void forkHere() {
        model.timeline().clickedProperty().set(false);
        model.forkAsked().set(model.forkAsked().get() + 1);
    }

    /** Leads to the fork card at the step where the branches of the forks view left their parent. */
    void addBranches() {
        model.forks().shownStep().ifPresent(step -> {
            model.runs().select(List.of(model.forks().pool().families().getLast().parent()));
            model.timeline().cursorStepProperty().set(step);
        });
        forkHere();
    }

    /** Selects all runs, the chosen one as the one chosen last. */
    void selectAll() {
        List<String> ids = new ArrayList<>(
                model.runs().runs().get().stream().map(run -> run.head().id()).toList());
        model.runs().chosen().get().map(run -> run.head().id()).filter(ids::remove).ifPresent(ids::add);
        model.runs().select(ids);
    }

    /** Makes the branches that the fork card offers, and queues them. */
    void fork(ForkOffer offer) {
        offer.request().ifPresent(request -> errands.run(() -> {
            RunDirectory parent = RunDirectory.open(directory(offer.parent()));
            int planned = Fork.plan(parent, request).branches().size();
            List<RunDirectory> branches = Fork.create(parent, request, lane.environment(planned));
            lane.submit(branches.stream().map(RunDirectory::path).toList());
            return branches;
        }, _ -> {
            model.runs().filter().set("");
            reader.look();
        }));
    }

    /** Puts the command that makes the offered branches on the clipboard. */
    void copyFork(ForkOffer offer) {
        offer.request().ifPresent(request -> copy(ForkCommandLine.of(offer.parent(), request, runsFolder)));
    }

    private String make(List<PlannedRun> planned) throws Exception {
        Environment environment = lane.environment(planned.size());
        List<Path> made = new ArrayList<>();
        for (PlannedRun run : planned) {
            made.add(RunDirectory.create(runsFolder, run.name(), run.configuration(), null, environment).path());
        }
        lane.submit(made);
        return made.getFirst().getFileName().toString();
    }

    /** Pauses the chosen run, lets it go on, or queues it again: whichever makes sense. */
    public void pauseOrResume() {
        model.runs().chosen().get().map(run -> run.head().id()).ifPresent(id -> {
            switch (model.control().getValue().step()) {
                case PAUSE -> lane.pause(id);
                case RESUME -> lane.resume(id);
                case SUBMIT -> errands.run(() -> submit(id), _ -> reader.look());
                case NONE -> {
                    // There is nothing to pause.
                }
            }
        });
    }

    /** Takes the chosen run off the lane, with a checkpoint. */
    public void stop() {
        if (model.control().getValue().stoppable()) {
            model.runs().chosen().get().ifPresent(run -> lane.stop(run.head().id()));
        }
    }

    @Override
    public void rename(String id) {
        model.runs().run(id).flatMap(run -> questions.name(run.head().name()))
                .ifPresent(name -> errands.run(() -> {
                    RunDirectory.open(directory(id)).rename(name);
                    return name;
                }, _ -> reader.look()));
    }

    @Override
    public void continueTo(String id) {
        model.runs().run(id).ifPresent(run -> questions.lastStep(run).ifPresent(steps -> errands.run(() -> {
            if (steps != run.head().configuration().schedule().steps()) {
                RunDirectory.open(directory(id)).extend(steps);
            }
            return submit(id);
        }, _ -> reader.look())));
    }

    @Override
    public boolean canContinue(String id) {
        return model.runs().onLane(id).isEmpty()
                && model.runs().run(id).map(RunHistory::state).filter(RunControl::resting).isPresent();
    }

    @Override
    public void copyCommandLine(String id) {
        model.runs().run(id).map(RunHistory::head).ifPresent(head -> {
            Lineage lineage = head.lineage();
            copy(lineage == null
                    ? TrainCommand.of(head.name(), head.configuration(), runsFolder)
                    : ForkCommandLine.of(head, lineage, runsFolder));
        });
    }

    @Override
    public void copyPath(String id) {
        copy(directory(id).toAbsolutePath().toString());
    }

    /** Returns whether the window may close; asks while something trains. */
    public boolean mayClose() {
        List<String> training = lane.snapshot().runs().stream()
                .filter(run -> run.phase() == LaneRun.Phase.TRAINING || run.phase() == LaneRun.Phase.QUEUED)
                .map(LaneRun::name).toList();
        return training.isEmpty() || questions.stopAndClose(training);
    }

    /** Ends the threads; runs on the lane stop with a checkpoint. */
    @Override
    public void close() {
        studies.close();
        reader.close();
        circuits.close();
        errands.close();
        lane.close();
    }

    /** Tells a person of a problem, and the log of its cause. */
    void tell(Exception problem) {
        LOG.debug("Told in the window", problem);
        model.notice().set(Optional.of(Notice.of(problem)));
    }

    /** Tells a person that the program itself is at fault. */
    void unexpected(Throwable problem) {
        LOG.error("Something went wrong in the window", problem);
        model.notice().set(Optional.of(Notice.unexpected(problem)));
    }

    private Path submit(String id) {
        Path directory = directory(id);
        lane.submit(directory);
        return directory;
    }

    private Path directory(String id) {
        return runsFolder.resolve(id);
    }

    private void received(List<RunHistory> runs) {
        model.runs().update(runs);
        model.read().set(true);
    }

    private void watch() {
        Set<String> ids = new HashSet<>(model.runs().selection().get());
        model.runs().lane().get().runs().stream().filter(run -> !run.phase().ended()).map(LaneRun::id)
                .forEach(ids::add);
        reader.watch(ids);
    }

    private static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
