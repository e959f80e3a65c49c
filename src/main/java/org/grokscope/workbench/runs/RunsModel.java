package org.grokscope.workbench.runs;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;
import org.grokscope.figure.TimelineRun;
import org.grokscope.run.DamagedRun;
import org.grokscope.run.Lineage;
import org.grokscope.run.RunHistory;
import org.grokscope.training.TrainingRun;
import org.grokscope.training.TrainingSnapshot;

/**
 * The runs as the window knows them, and which of them a person chose. Everything here is immutable but for the
 * properties, which belong to the toolkit's thread.
 */
public final class RunsModel {
    private final ReadOnlyObjectWrapper<List<RunHistory>> runs = new ReadOnlyObjectWrapper<>(List.of());
    private final ObjectProperty<TrainingSnapshot> executor = new SimpleObjectProperty<>(TrainingSnapshot.EMPTY);
    private final ObservableValue<Set<String>> queued = executor.map(RunsModel::waiting);
    private final ReadOnlyObjectWrapper<List<String>> selection = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<RunHistory>> chosen = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<TimelineRun>> shown = new ReadOnlyObjectWrapper<>(List.of());
    private final StringProperty filter = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<List<DamagedRun>> damaged = new ReadOnlyObjectWrapper<>(List.of());
    private final ObjectProperty<RunOrder> order = new SimpleObjectProperty<>(RunOrder.USUAL);
    private final ObjectProperty<List<RunColumn>> columns = new SimpleObjectProperty<>(RunColumn.USUAL);
    private final ObjectProperty<Optional<String>> highlighted = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<String>> baseline = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<SequencedMap<String, String>> samples = new SimpleObjectProperty<>(
            new LinkedHashMap<>());
    private final ObservableSet<String> justGrokked = FXCollections.observableSet();
    private final RunColours colours = new RunColours();
    private final Map<String, RunRow> rows = new HashMap<>();
    private Map<String, RunHistory> byId = Map.of();
    private Namesakes namesakes = Namesakes.NONE;
    private Optional<String> awaited = Optional.empty();
    private Optional<String> introduced = Optional.empty();

    /** Returns the runs of all folders, as last read. */
    public ReadOnlyObjectProperty<List<RunHistory>> runs() {
        return runs.getReadOnlyProperty();
    }

    /** Returns the training executor of this window, as last reported. */
    public ObjectProperty<TrainingSnapshot> executor() {
        return executor;
    }

    /** Returns the ids of the runs that wait for the executor; unlike the executor itself it seldom changes. */
    ObservableValue<Set<String>> queued() {
        return queued;
    }

    private static Set<String> waiting(TrainingSnapshot executor) {
        return executor.runs().stream().filter(run -> run.phase() == TrainingRun.Phase.QUEUED).map(TrainingRun::id)
                .collect(Collectors.toUnmodifiableSet());
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

    /** Returns what should be runs and cannot be opened. */
    public ReadOnlyObjectProperty<List<DamagedRun>> damaged() {
        return damaged.getReadOnlyProperty();
    }

    /** Returns how the runs are sorted. */
    public ObjectProperty<RunOrder> order() {
        return order;
    }

    /** Returns the columns of the list that are shown, from the left. */
    public ObjectProperty<List<RunColumn>> columns() {
        return columns;
    }

    /** Returns the id of the run that the pointer is on, in the list or on its curve. */
    public ObjectProperty<Optional<String>> highlighted() {
        return highlighted;
    }

    /** Returns the id of the run that others are drawn over, if one is pinned. */
    public ObjectProperty<Optional<String>> baseline() {
        return baseline;
    }

    /** Returns the ids of the runs that grokked a moment ago. */
    public ObservableSet<String> justGrokked() {
        return justGrokked;
    }

    /** Pins a run as the baseline; the one that is pinned is let go. */
    public void pin(String id) {
        baseline.set(baseline.get().equals(Optional.of(id)) ? Optional.empty() : Optional.of(id));
        select(selection.get());
    }

    /** Takes over what was just read. */
    public void update(ReadRuns read) {
        damaged.set(read.damaged());
        update(read.runs());
    }

    /** Returns what the runs that come with the program show, by id, in the order in which they teach. */
    public ObjectProperty<SequencedMap<String, String>> samples() {
        return samples;
    }

    /** Returns the sample that was chosen because there are no runs of one's own, as long as it is chosen. */
    public Optional<RunHistory> introduced() {
        return introduced.flatMap(id -> chosen.get().filter(run -> run.head().id().equals(id)));
    }

    /** Takes over the runs as they were just read. The first time, the own run made last is chosen, or else a sample. */
    public void update(List<RunHistory> read) {
        boolean first = runs.get().isEmpty();
        colours.meet(read);
        Map<String, RunHistory> now = new HashMap<>();
        read.forEach(run -> now.put(run.head().id(), run));
        byId = now;
        namesakes = Namesakes.among(read);
        rows.keySet().retainAll(now.keySet());
        runs.set(List.copyOf(read));
        if (awaited.filter(id -> run(id).isPresent()).isPresent()) {
            List<String> ids = List.of(awaited.orElseThrow());
            awaited = Optional.empty();
            select(ids);
        } else if (first && selection.get().isEmpty()) {
            select(first(read).stream().toList());
        } else {
            select(selection.get());
        }
    }

    private Optional<String> first(List<RunHistory> read) {
        Optional<String> own = read.stream().filter(run -> rank(run) < 0).max(RunForest.OLDEST_FIRST)
                .map(run -> run.head().id());
        introduced = own.isPresent()
                ? Optional.empty()
                : samples.get().keySet().stream().filter(id -> run(id).isPresent()).findFirst();
        return own.or(() -> introduced);
    }

    /** Returns a sample's place among the samples; the samples' forks come with their parents. */
    private int rank(RunHistory run) {
        Lineage lineage = run.head().lineage();
        int own = placeOf(run.head().id());
        return own >= 0 || lineage == null ? own : placeOf(lineage.parent());
    }

    private int placeOf(String id) {
        return samples.get().containsKey(id) ? List.copyOf(samples.get().keySet()).indexOf(id) : -1;
    }

    /** Selects runs; ids of runs that are not there are dropped. */
    public void select(List<String> ids) {
        List<String> there = ids.stream().filter(id -> run(id).isPresent()).toList();
        selection.set(there);
        chosen.set(there.isEmpty() ? Optional.empty() : run(there.getLast()));
        List<TimelineRun> drawn = drawn(there);
        // What is known at a glance is read to the end within a moment; until then the charts stay as they are.
        if (drawn.stream().allMatch(run -> run.history().whole())) {
            shown.set(drawn);
        }
    }

    /** Makes a run the one chosen last, beside those that are selected. */
    public void choose(String id) {
        List<String> ids = new ArrayList<>(selection.get());
        ids.remove(id);
        ids.add(id);
        select(ids);
    }

    /** Selects a run as soon as it is read from the folder. */
    public void selectWhenRead(String id) {
        if (run(id).isPresent()) {
            select(List.of(id));
        } else {
            awaited = Optional.of(id);
        }
    }

    /** Selects a run that was just made, as soon as it is read from the folder, whatever was typed to find others. */
    public void selectMade(String id) {
        filter.set("");
        selectWhenRead(id);
    }

    /** Returns the run of this id, if there is one. */
    public Optional<RunHistory> run(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Returns the runs that a story about these ones may tell of: they, their parents, and the forks of both. */
    public Set<String> kin(Collection<String> ids) {
        Set<String> elders = new HashSet<>(ids);
        ids.forEach(id -> run(id).flatMap(RunsModel::parent).ifPresent(elders::add));
        Set<String> kin = new HashSet<>(elders);
        runs.get().stream().filter(run -> parent(run).filter(elders::contains).isPresent())
                .forEach(run -> kin.add(run.head().id()));
        return kin;
    }

    private static Optional<String> parent(RunHistory run) {
        return Optional.ofNullable(run.head().lineage()).map(Lineage::parent);
    }

    /** Returns the run that stands in the tree below these ones, or else above them. */
    public Optional<String> neighbour(Collection<String> ids) {
        return RunForest.neighbour(forest(), ids);
    }

    /** Returns the chosen run as the executor knows it, if it is there and has not left it. */
    public Optional<TrainingRun> chosenInTraining() {
        return chosen.get().flatMap(run -> training(run.head().id()));
    }

    /** Returns a run as the executor knows it, if it is there and has not left it. */
    public Optional<TrainingRun> training(String id) {
        return executor.get().run(id).filter(run -> !run.phase().ended());
    }

    /** Returns the runs that the filter keeps, as they stand in the tree. */
    public List<RunBranch> forest() {
        return RunForest.of(runs.get(), RunFilter.of(filter.get()), order.get(), this::rank);
    }

    /** Returns a run's line in the tree; the same one while nothing about it is new. */
    public RunRow row(RunHistory run) {
        String id = run.head().id();
        boolean waits = queued.getValue().contains(id);
        boolean pinned = baseline.get().equals(Optional.of(id));
        String caption = samples.get().getOrDefault(id, namesakes.folder(run));
        RunRow known = rows.get(id);
        if (known == null || known.run() != run || known.queued() != waits || known.pinned() != pinned
                || !known.caption().equals(caption)) {
            rows.put(id, RunRow.of(run, colours.of(run), waits, pinned, caption));
        }
        return Objects.requireNonNull(rows.get(id));
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
        Optional<RunHistory> pinned = baseline.get().filter(id -> !id.equals(primary)).flatMap(this::run);
        Stream<TimelineRun> behind = pinned.stream().map(run -> TimelineRun.baseline(run, RunColours.BASELINE));
        Stream<RunHistory> others = Stream.concat(branches, selected).filter(run -> pinned.stream()
                .noneMatch(it -> it.head().id().equals(run.head().id())));
        return Stream.concat(behind, others.map(run -> {
            boolean isPrimary = run.head().id().equals(primary);
            Lineage lineage = run.head().lineage();
            return new TimelineRun(run, colours.of(run), isPrimary,
                    isPrimary || lineage == null ? 0 : lineage.step());
        })).toList();
    }
}
