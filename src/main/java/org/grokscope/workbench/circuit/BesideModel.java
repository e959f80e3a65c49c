package org.grokscope.workbench.circuit;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.grokscope.analysis.Counterpart;
import org.grokscope.analysis.NetworkDifference;
import org.grokscope.figure.CircuitScene;
import org.grokscope.measure.CircuitReading;
import org.grokscope.measure.Milestone;
import org.grokscope.run.RunHistory;
import org.grokscope.run.StepSearch;

/**
 * The network that stands beside the one that is shown, where a person wants that: of another run or of another step. By
 * default it is that of the other selected run, of a branch's control or parent, else of the same run when it had memorised.
 * For use on the JavaFX thread; it needs no display.
 */
public final class BesideModel {
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final ObjectProperty<List<RunHistory>> runs = new SimpleObjectProperty<>(List.of());
    private final ObjectProperty<List<String>> selection = new SimpleObjectProperty<>(List.of());
    private final ObjectProperty<Optional<String>> wantedRun = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<OptionalInt> wantedStep = new SimpleObjectProperty<>(OptionalInt.empty());
    private final ReadOnlyObjectWrapper<Optional<BesidePage>> page = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final BooleanProperty explained = new SimpleBooleanProperty();
    private final CircuitPages pages;

    BesideModel(CircuitSource source, Runnable changed) {
        this.pages = new CircuitPages(source);
        open.subscribe(changed);
        runs.subscribe(changed);
        // Whoever selects other runs means others to stand side by side, too.
        selection.subscribe((before, now) -> {
            if (!before.equals(now)) {
                wantedRun.set(Optional.empty());
                wantedStep.set(OptionalInt.empty());
            }
            changed.run();
        });
        wantedRun.subscribe(changed);
        wantedStep.subscribe(changed);
    }

    /** Returns whether two networks stand side by side. */
    public BooleanProperty openProperty() {
        return open;
    }

    /** Returns the runs that there are. */
    public ObjectProperty<List<RunHistory>> runsProperty() {
        return runs;
    }

    /** Returns the ids of the selected runs, the one chosen last at the end. */
    public ObjectProperty<List<String>> selectionProperty() {
        return selection;
    }

    /** Returns the id of the run that a person chose to stand beside. */
    public ObjectProperty<Optional<String>> wantedRunProperty() {
        return wantedRun;
    }

    /** Returns the step that a person chose of it; empty for the step of the other side. */
    ObjectProperty<OptionalInt> wantedStepProperty() {
        return wantedStep;
    }

    /** Returns what stands side by side; empty while nothing does. */
    ReadOnlyObjectProperty<Optional<BesidePage>> pageProperty() {
        return page.getReadOnlyProperty();
    }

    /** Returns whether a chart of the network that stands beside is explained. */
    BooleanProperty explainedProperty() {
        return explained;
    }

    /** Returns the page that is explained: that of the network that stands beside, or the one that is given. */
    CircuitPage explained(CircuitPage first) {
        return page.get().filter(_ -> explained.get()).map(BesidePage::second).orElse(first);
    }

    /** Returns the run that stands beside another. */
    RunHistory beside(RunHistory shown) {
        return wantedRun.get().flatMap(id -> runs.get().stream().filter(run -> run.head().id().equals(id)).findFirst())
                .orElseGet(() -> Counterpart.of(runs.get(), selection.get(), shown));
    }

    /** Returns the checkpoint that stands beside another; empty where nothing does, or there is none. */
    Optional<CircuitRequest.Shown> other(RunHistory shown, int step) {
        if (!open.get()) {
            return Optional.empty();
        }
        RunHistory run = beside(shown);
        return step(run, shown, step).map(at -> new CircuitRequest.Shown(run, at));
    }

    private Optional<Integer> step(RunHistory run, RunHistory shown, int step) {
        OptionalInt wanted = wantedStep.get();
        if (wanted.isPresent() && run.checkpoints().contains(wanted.getAsInt())) {
            return Optional.of(wanted.getAsInt());
        }
        if (!run.head().id().equals(shown.head().id())) {
            return StepSearch.nearest(run.checkpoints(), step);
        }
        // A network beside itself tells nothing.
        List<Integer> others = run.checkpoints().stream().filter(at -> at != step).toList();
        int memorised = run.milestones().step(Milestone.MEMORISED).orElse(0);
        return others.stream().filter(at -> at >= memorised).findFirst()
                .or(() -> others.stream().reduce((_, last) -> last)).or(() -> Optional.of(step));
    }

    /**
     * Shows a page and what stands beside it.
     *
     * @param first of the run
     */
    void show(RunHistory shown, CircuitPage first, CircuitLook look) {
        if (!open.get() || first.at().isEmpty()) {
            page.set(Optional.empty());
            return;
        }
        int step = first.at().get().step();
        RunHistory run = beside(shown);
        CircuitPage second = step(run, shown, step).map(at -> {
            int cursor = wantedStep.get().isPresent() || run.head().id().equals(shown.head().id()) ? at : step;
            CircuitLook along = first.scene().filter(it -> comparable(shown, run))
                    .map(it -> look.along(it.frequency())).orElse(look);
            return pages.of(run, at, along, cursor).orElseGet(() -> waiting(run, at, cursor));
        }).orElseGet(() -> CircuitPages.without(Optional.of(run)));
        Optional<CircuitReading> one = first.scene().map(CircuitScene::reading);
        Optional<CircuitReading> other = second.scene().map(CircuitScene::reading);
        page.set(Optional.of(new BesidePage(run, first.beside(other), second.beside(one),
                one.isEmpty() || other.isEmpty() ? List.of() : differences(shown, first, run, second))));
    }

    /** The network before stays for the moment that reading takes, with its own step; another run's goes. */
    private CircuitPage waiting(RunHistory run, int step, int cursor) {
        return page.get().map(BesidePage::second).filter(it -> it.scene().isPresent())
                .filter(it -> it.at().filter(at -> at.run().equals(run.head().id())).isPresent())
                .orElseGet(() -> pages.reading(run, step, cursor));
    }

    private static boolean comparable(RunHistory one, RunHistory other) {
        return one.head().configuration().learnedTask().basis().frequencies() == other.head().configuration()
                .learnedTask().basis().frequencies();
    }

    private static List<NetworkDifference> differences(RunHistory shown, CircuitPage first, RunHistory run,
            CircuitPage second) {
        CircuitScene one = first.scene().orElseThrow();
        CircuitScene other = second.scene().orElseThrow();
        return NetworkDifference.between(
                new NetworkDifference.Side(shown, first.at().orElseThrow().step(), one.reading()),
                new NetworkDifference.Side(run, second.at().orElseThrow().step(), other.reading()), one.frequency());
    }
}
