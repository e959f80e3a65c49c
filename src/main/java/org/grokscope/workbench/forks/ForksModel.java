package org.grokscope.workbench.forks;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.grokscope.analysis.Counterpart;
import org.grokscope.analysis.FamilyBranch;
import org.grokscope.analysis.ForkFamily;
import org.grokscope.analysis.ForkPool;
import org.grokscope.analysis.PredictionRecord;
import org.grokscope.run.RunHistory;
import org.grokscope.text.NumberText;

/**
 * What the forks view shows: the branches that left the selected runs, or left the same run as those. What follows
 * from the runs is worked out when it is asked for. For use on the JavaFX thread; it needs no display.
 */
public final class ForksModel {
    private final ObjectProperty<List<RunHistory>> runs = new SimpleObjectProperty<>(List.of());
    /** Those that were read to the end and are at hand. */
    private final ObjectBinding<List<RunHistory>> read = Bindings
            .createObjectBinding(() -> runs.get().stream().filter(RunHistory::whole).toList(), runs);
    private final ObjectProperty<List<String>> selection = new SimpleObjectProperty<>(List.of());
    private final ObjectProperty<OptionalInt> wantedStep = new SimpleObjectProperty<>(OptionalInt.empty());
    private final ObjectProperty<Optional<String>> highlighted = new SimpleObjectProperty<>(Optional.empty());
    private final BooleanProperty dark = new SimpleBooleanProperty();
    private final ObjectBinding<ForkPool> pool = Bindings.createObjectBinding(
            () -> ForkPool.of(read.get(), selection.get(), wantedStep.get()), read, selection, wantedStep);
    /** What predictions came to, run by run: a run that is put away again still counts. */
    private final Map<String, Judged> judged = new HashMap<>();

    private record Judged(RunHistory run, PredictionRecord record) {}

    /** Makes a model without runs. */
    public ForksModel() {
        selection.addListener(_ -> wantedStep.set(OptionalInt.empty()));
    }

    /** Returns the runs that are listed, read to the end or at a glance. */
    public ObjectProperty<List<RunHistory>> runsProperty() {
        return runs;
    }

    /** Returns the ids of the selected runs, the one chosen last at the end. */
    public ObjectProperty<List<String>> selectionProperty() {
        return selection;
    }

    /** Returns the fork step a person asked for, where branches left the chosen run at several. */
    public ObjectProperty<OptionalInt> wantedStepProperty() {
        return wantedStep;
    }

    /** Returns the id of the run that the pointer is on, here or where runs are listed. */
    public ObjectProperty<Optional<String>> highlightedProperty() {
        return highlighted;
    }

    /** Returns whether the view is dark. */
    public BooleanProperty darkProperty() {
        return dark;
    }

    /** Returns the branches and their law. */
    public ObservableValue<ForkPool> poolProperty() {
        return pool;
    }

    /** Returns the branches and their law as they stand. */
    public ForkPool pool() {
        return pool.get();
    }

    /** Returns whether there is any branch to show. */
    public boolean empty() {
        return pool().families().isEmpty();
    }

    /** Returns the lines of the table. */
    public List<CellRow> rows() {
        return CellRow.of(pool());
    }

    /** Returns the steps at which branches left the chosen run or its parent, ascending. */
    public List<Integer> steps() {
        return chosen().map(run -> ForkFamily.of(read.get(), ForkFamily.parentOf(run))).orElse(List.of()).stream()
                .map(ForkFamily::forkStep).toList();
    }

    /** Returns the fork step that is shown of the run chosen last; empty when there is none. */
    public OptionalInt shownStep() {
        return empty() ? OptionalInt.empty() : OptionalInt.of(pool().families().getLast().forkStep());
    }

    /**
     * Returns the ids of a control and of the branch that it is the control of: of the chosen branch, else of the first that
     * intervenes or has another λ. None where there are no two such.
     */
    public List<String> branchAndControl() {
        Stream<RunHistory> branches = pool().families().reversed().stream()
                .flatMap(family -> Stream.concat(family.otherwise().stream(), family.branches().stream()))
                .map(FamilyBranch::run).filter(run -> run.head().interventions().sham().isEmpty());
        return Stream.concat(chosen().stream(), branches).flatMap(run -> Counterpart.control(read.get(), run)
                .map(control -> List.of(control.head().id(), run.head().id())).stream()).findFirst().orElse(List.of());
    }

    /** Says what is not shown, and how good predictions were, in a sentence each; empty when there is nothing to say. */
    public String note() {
        return Stream.of(notShown(), recordText(record())).filter(it -> !it.isEmpty())
                .collect(Collectors.joining(" "));
    }

    /** How good predictions were in all runs that were read since the window opened and are still there. */
    private PredictionRecord record() {
        Set<String> there = runs.get().stream().map(run -> run.head().id()).collect(Collectors.toSet());
        judged.keySet().retainAll(there);
        for (RunHistory run : read.get()) {
            Judged before = judged.get(run.head().id());
            if (before == null || before.run() != run) {
                judged.put(run.head().id(), new Judged(run, PredictionRecord.of(List.of(run))));
            }
        }
        return judged.values().stream().map(Judged::record).reduce(PredictionRecord.NONE, PredictionRecord::and);
    }

    private static String recordText(PredictionRecord record) {
        if (record.judged() == 0) {
            return "";
        }
        String kept = record.kept() == record.judged()
                ? "The predictions were written down while the runs trained."
                : record.kept() == 0
                        ? "The predictions were made afterwards, each from what its run had logged by then."
                        : NumberText.count(record.kept()) + " predictions were written down while the runs trained.";
        return "Of the runs read so far, %s of %s grokked within the predicted interval of 90%%. %s".formatted(
                NumberText.count(record.held()), NumberText.count(record.judged()), kept);
    }

    private String notShown() {
        int leftOut = pool().leftOut();
        if (leftOut == 0) {
            return "";
        }
        return (leftOut == 1 ? "1 branch is" : NumberText.count(leftOut) + " branches are")
                + " not shown, for differing in more than \u03bb and the order of batches or for changing \u03bb on the way.";
    }

    /** Returns the table for the clipboard. */
    public String tableText() {
        return TableText.of(pool());
    }

    private Optional<RunHistory> chosen() {
        return selection.get().isEmpty()
                ? Optional.empty()
                : read.get().stream().filter(run -> run.head().id().equals(selection.get().getLast())).findFirst();
    }
}
