package org.grokscope.workbench.runs;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.grokscope.figure.TimelineRun;
import org.grokscope.run.Lineage;
import org.grokscope.run.RunHistory;
import org.grokscope.training.LaneRun;
import org.grokscope.training.LaneSnapshot;

/**
 * The runs as the window knows them, and which of them a person chose. Everything here is immutable but for the
 * properties, which belong to the toolkit's thread.
 */
public final class RunsModel {
    private final ReadOnlyObjectWrapper<List<RunHistory>> runs = new ReadOnlyObjectWrapper<>(List.of());
    private final ObjectProperty<LaneSnapshot> lane = new SimpleObjectProperty<>(LaneSnapshot.EMPTY);
    private final ReadOnlyObjectWrapper<List<String>> selection = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<RunHistory>> chosen = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<TimelineRun>> shown = new ReadOnlyObjectWrapper<>(List.of());
    private final StringProperty filter = new SimpleStringProperty("");
    private final RunColours colours = new RunColours();
    private Optional<String> awaited = Optional.empty();

    /** Returns the runs of the folder, as last read. */
    public ReadOnlyObjectProperty<List<RunHistory>> runs() {
        return runs.getReadOnlyProperty();
    }

    /** Returns the training lane of this window, as last reported. */
    public ObjectProperty<LaneSnapshot> lane() {
        return lane;
    }

    /** Returns the ids of the selected runs, the one chosen last at the end. */
    public ReadOnlyObjectProperty<List<String>> selection() {
        return selection.getReadOnlyProperty();
    }

    /** Returns the run chosen last: the one that buttons, inspector and milestones are about. */
    public ReadOnlyObjectProperty<Optional<RunHistory>> chosen() {
        return chosen.getReadOnlyProperty();
    }

    /** Returns the selected runs for the charts; the chosen one is the primary one. */
    public ReadOnlyObjectProperty<List<TimelineRun>> shown() {
        return shown.getReadOnlyProperty();
    }

    /** Returns what was typed to find runs. */
    public StringProperty filter() {
        return filter;
    }

    /** Takes over the runs as they were just read. The first time, the run made last is chosen. */
    public void update(List<RunHistory> read) {
        boolean first = runs.get().isEmpty();
        colours.meet(read);
        runs.set(List.copyOf(read));
        if (awaited.filter(id -> run(id).isPresent()).isPresent()) {
            List<String> ids = List.of(awaited.orElseThrow());
            awaited = Optional.empty();
            select(ids);
        } else if (first && selection.get().isEmpty()) {
            select(read.stream().max(RunForest.OLDEST_FIRST).map(run -> List.of(run.head().id())).orElse(List.of()));
        } else {
            select(selection.get());
        }
    }

    /** Selects runs; ids of runs that are not there are dropped. */
    public void select(List<String> ids) {
        List<String> there = ids.stream().filter(id -> run(id).isPresent()).toList();
        selection.set(there);
        chosen.set(there.isEmpty() ? Optional.empty() : run(there.getLast()));
        shown.set(drawn(there));
    }

    /** Selects a run as soon as it is read from the folder. */
    public void selectWhenRead(String id) {
        if (run(id).isPresent()) {
            select(List.of(id));
        } else {
            awaited = Optional.of(id);
        }
    }

    /** Returns the run of this id, if there is one. */
    public Optional<RunHistory> run(String id) {
        return runs.get().stream().filter(run -> run.head().id().equals(id)).findFirst();
    }

    /** Returns the chosen run as the lane knows it, if it is there and has not left it. */
    public Optional<LaneRun> chosenOnLane() {
        return chosen.get().flatMap(run -> onLane(run.head().id()));
    }

    /** Returns a run as the lane knows it, if it is there and has not left it. */
    public Optional<LaneRun> onLane(String id) {
        return lane.get().run(id).filter(run -> !run.phase().ended());
    }

    /** Returns the runs that the filter keeps, as they stand in the tree. */
    public List<RunBranch> forest() {
        return RunForest.of(runs.get(), RunFilter.of(filter.get()));
    }

    /** Returns a run's line in the tree. */
    public RunRow row(RunHistory run) {
        return RunRow.of(run, colours.of(run), onLane(run.head().id()));
    }

    /** The selected runs and the branches that left the chosen one, which are part of its story. */
    private List<TimelineRun> drawn(List<String> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        String primary = ids.getLast();
        Stream<RunHistory> branches = runs.get().stream().filter(run -> !ids.contains(run.head().id()))
                .filter(run -> run.head().lineage() instanceof Lineage it && it.parent().equals(primary));
        Stream<RunHistory> selected = ids.stream().flatMap(id -> run(id).stream());
        return Stream.concat(branches, selected).map(run -> {
            boolean isPrimary = run.head().id().equals(primary);
            Lineage lineage = run.head().lineage();
            return new TimelineRun(run, colours.of(run), isPrimary,
                    isPrimary || lineage == null ? 0 : lineage.step());
        }).toList();
    }
}
