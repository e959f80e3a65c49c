package org.grokscope.workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.grokscope.measure.Milestone;
import org.grokscope.measure.Thresholds;
import org.grokscope.run.Environment;
import org.grokscope.run.RunHistory;
import org.grokscope.training.TrainingRun;
import org.grokscope.workbench.circuit.CircuitModel;
import org.grokscope.workbench.circuit.CircuitReader;
import org.grokscope.workbench.compare.CompareModel;
import org.grokscope.workbench.estimate.SpeedModel;
import org.grokscope.workbench.forkcard.ForkForm;
import org.grokscope.workbench.forks.ForksModel;
import org.grokscope.workbench.inspector.InspectorModel;
import org.grokscope.workbench.replay.ReplayModel;
import org.grokscope.workbench.runs.MovedAlarms;
import org.grokscope.workbench.runs.RunsModel;
import org.grokscope.workbench.status.StatusLine;
import org.grokscope.workbench.status.StatusText;
import org.grokscope.workbench.timeline.TimelineModel;

/** What the window shows, as properties of the toolkit's thread. */
public final class WorkbenchModel {
    private final RunsModel runs = new RunsModel();
    private final MovedAlarms moved = new MovedAlarms(runs::update);
    private final TimelineModel timeline = new TimelineModel();
    private final CircuitModel circuit;
    private final ForksModel forks = new ForksModel();
    private final CompareModel compare;
    private final ReplayModel replay = new ReplayModel();
    private final ObjectProperty<Page> page = new SimpleObjectProperty<>(Page.TIMELINE);
    private final BooleanProperty dark = new SimpleBooleanProperty();
    private final BooleanProperty runsFolded = new SimpleBooleanProperty();
    private final BooleanProperty inspectorFolded = new SimpleBooleanProperty();
    private final BooleanProperty read = new SimpleBooleanProperty();
    private final ObjectProperty<Optional<Environment>> environment = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Notice>> notice = new SimpleObjectProperty<>(Optional.empty());
    private final IntegerProperty forkAsked = new SimpleIntegerProperty();
    private final IntegerProperty atOnce = new SimpleIntegerProperty();
    private final ObservableValue<OptionalInt> cursor = replay.readableStepProperty().map(WorkbenchModel::cursor);
    private final InspectorModel inspector = new InspectorModel(runs.runs(), runs.chosen(), cursor);
    private final SpeedModel speed = new SpeedModel(runs.runs(), environment, atOnce, runs.executor());
    /** On the page of forks the card speaks of the step that the branches left at. */
    private final ObservableValue<OptionalInt> forkStep = Bindings.createObjectBinding(this::forkStep, cursor, page,
            forks.poolProperty(), runs.chosen());
    private final ForkForm fork = new ForkForm(runs.runs(), runs.chosen(), forkStep, speed.estimator());
    private final ObjectBinding<RunControl> control = Bindings.createObjectBinding(
            () -> RunControl.of(runs.chosen().get(), runs.chosenInTraining()), runs.chosen(), runs.executor());
    private final ObjectBinding<StatusLine> status = Bindings.createObjectBinding(
            () -> StatusText.of(runs.executor().get(), runs.chosen().get(), environment.get(),
                    runs.runs().get()),
            runs.executor(), runs.chosen(), environment, runs.runs());

    /**
     * Makes what the window shows before anything was read.
     *
     * @param circuits reads checkpoints for the circuit view
     * @param background works out what takes a moment
     */
    WorkbenchModel(CircuitReader circuits, CompareModel.Background background) {
        circuit = new CircuitModel(circuits);
        compare = new CompareModel(background);
        circuit.runProperty().bind(runs.chosen());
        circuit.cursorStepProperty().bindBidirectional(timeline.cursorStepProperty());
        circuit.darkProperty().bind(dark);
        circuit.beside().runsProperty().bind(runs.runs());
        circuit.beside().selectionProperty().bind(runs.selection());
        circuit.trainingProperty().bind(runs.executor()
                .map(executor -> executor.runs().stream().anyMatch(run -> run.phase() == TrainingRun.Phase.TRAINING)));
        replay.runProperty().bind(runs.chosen());
        replay.cursorStepProperty().bindBidirectional(timeline.cursorStepProperty());
        timeline.veiledProperty().bind(replay.veiled());
        replay.phaseProperty().subscribe(phase -> {
            if (phase == ReplayModel.Phase.PLAYING) {
                // A card that rode along with the cursor would lie over what is to be watched.
                timeline.clickedProperty().set(false);
            }
        });
        timeline.clickedProperty().subscribe(clicked -> {
            if (clicked) {
                replay.hold();
            }
        });
        timeline.runsProperty().bind(runs.shown());
        timeline.highlightedProperty().bindBidirectional(runs.highlighted());
        timeline.darkProperty().bind(dark);
        timeline.ghostsProperty().bind(Bindings.createObjectBinding(
                () -> ExpectedGrokking.of(runs.chosen().get(), cursor.getValue(), fork.offer().getValue()),
                runs.chosen(), cursor, fork.offer()));
        forks.runsProperty().bind(runs.runs());
        forks.selectionProperty().bind(runs.selection());
        forks.darkProperty().bind(dark);
        forks.highlightedProperty().bindBidirectional(runs.highlighted());
        compare.highlightedProperty().bindBidirectional(runs.highlighted());
        timeline.pointedProperty().bindBidirectional(circuit.circle().pointedProperty());
        new KeptPointer(timeline.pointedProperty(), page);
        compare.drawnProperty().bind(runs.shown());
        moved.alarms().subscribe(now -> compare.alarmProperty()
                .set(now.getOrDefault(Milestone.CEILING, Milestone.CEILING.alarm(Thresholds.PAPER))));
        compare.furtherProperty().bind(moved.further());
        compare.selectionProperty().bind(runs.selection());
        compare.availableProperty().bind(Bindings.createIntegerBinding(() -> runs.runs().get().size(), runs.runs()));
        compare.darkProperty().bind(dark);
    }

    /** Returns the runs and which of them are chosen. */
    public RunsModel runs() {
        return runs;
    }

    /** Returns the alarms that were moved; runs that are read come through them. */
    MovedAlarms moved() {
        return moved;
    }

    /** Returns what the charts show. */
    TimelineModel timeline() {
        return timeline;
    }

    /** Returns the network that the circuit view shows. */
    CircuitModel circuit() {
        return circuit;
    }

    /** Returns the branches that the forks view shows. */
    ForksModel forks() {
        return forks;
    }

    /** Returns the replay of the chosen run. */
    ReplayModel replay() {
        return replay;
    }

    /** Returns the runs that the compare view shows. */
    CompareModel compare() {
        return compare;
    }

    /** Returns how fast this machine is. */
    SpeedModel speed() {
        return speed;
    }

    /** Returns what stands in the fork card. */
    ForkForm fork() {
        return fork;
    }

    /** Returns a number that grows whenever a person wants to fork. */
    IntegerProperty forkAsked() {
        return forkAsked;
    }

    /** Returns the page in the middle. */
    ObjectProperty<Page> page() {
        return page;
    }

    /** Returns whether the window is dark. */
    public BooleanProperty dark() {
        return dark;
    }

    /** Returns whether the folder of runs was read yet. */
    BooleanProperty read() {
        return read;
    }

    /** Returns whether the list of runs is folded away. */
    BooleanProperty runsFolded() {
        return runsFolded;
    }

    /** Returns whether the inspector is folded away. */
    BooleanProperty inspectorFolded() {
        return inspectorFolded;
    }

    /** Returns how many runs may train at once; 0 leaves it to the program. */
    public IntegerProperty atOnce() {
        return atOnce;
    }

    /** Returns what this window trains on, once that is known. */
    ObjectProperty<Optional<Environment>> environment() {
        return environment;
    }

    /** Returns what a person should know. */
    ObjectProperty<Optional<Notice>> notice() {
        return notice;
    }

    /** Returns what the inspector shows. */
    InspectorModel inspector() {
        return inspector;
    }

    /** Returns what the buttons can do. */
    ObservableValue<RunControl> control() {
        return control;
    }

    /** Returns what the foot of the window says. */
    ObservableValue<StatusLine> status() {
        return status;
    }

    private OptionalInt forkStep() {
        boolean family = page.get() == Page.FORKS && !forks.empty() && runs.chosen().get()
                .filter(run -> run.head().id().equals(forks.pool().families().getLast().parent())).isPresent();
        return family ? forks.shownStep() : cursor.getValue();
    }

    private static OptionalInt cursor(Number step) {
        return step.intValue() == TimelineModel.NONE ? OptionalInt.empty() : OptionalInt.of(step.intValue());
    }

    /** Selects all runs, the chosen one as the one chosen last. */
    void selectAll() {
        List<String> ids = new ArrayList<>(runs.runs().get().stream().map(run -> run.head().id()).toList());
        runs.chosen().get().map(run -> run.head().id()).filter(ids::remove).ifPresent(ids::add);
        runs.select(ids);
    }
}
