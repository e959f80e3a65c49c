package org.grokscope.workbench.compare;

import java.awt.Color;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.grokscope.analysis.Alignment;
import org.grokscope.analysis.Comparison;
import org.grokscope.analysis.LeadCurve;
import org.grokscope.figure.RunLooks;
import org.grokscope.figure.SeriesStyle;
import org.grokscope.figure.TimelineRun;
import org.grokscope.figure.export.CompareContent;
import org.grokscope.figure.export.LeadThresholdContent;
import org.grokscope.figure.export.MultiplesContent;
import org.grokscope.measure.Alarm;
import org.grokscope.measure.Measure;
import org.grokscope.measure.Milestone;
import org.grokscope.measure.Thresholds;
import org.grokscope.run.RunHistory;

/**
 * What the compare view shows: the selected runs in the order of the tree's colours. What follows from the runs is
 * worked out when it is asked for, but for the lead statistics, which take a moment. For use on the JavaFX thread; it
 * needs no display.
 */
public final class CompareModel {
    /** Works something out in the background, and does something with it on the JavaFX thread. */
    public interface Background {
        /** Works it out. */
        <T> void run(Callable<T> work, Consumer<T> then);
    }

    private final Background background;
    private final ObjectProperty<List<TimelineRun>> drawn = new SimpleObjectProperty<>(List.of());
    private final ObjectProperty<List<String>> selection = new SimpleObjectProperty<>(List.of());
    private final ObjectProperty<Measure> measure = new SimpleObjectProperty<>(
            Measure.VALIDATION_ACCURACY);
    private final ObjectProperty<List<Measure>> measures = new SimpleObjectProperty<>(MultiplesContent.USUAL);
    private final BooleanProperty apart = new SimpleBooleanProperty();
    private final ObjectProperty<Alignment> alignment = new SimpleObjectProperty<>(Alignment.START);
    private final ObjectProperty<Alarm> alarm = new SimpleObjectProperty<>(
            Milestone.CEILING.alarm(Thresholds.PAPER));
    private final ObjectProperty<List<Alarm>> further = new SimpleObjectProperty<>(List.of());
    private final IntegerProperty available = new SimpleIntegerProperty();
    private final BooleanProperty bands = new SimpleBooleanProperty();
    private final ObjectProperty<Map<String, Boolean>> columns = new SimpleObjectProperty<>(Map.of());
    private final ObjectProperty<Optional<String>> highlighted = new SimpleObjectProperty<>(Optional.empty());
    private final BooleanProperty dark = new SimpleBooleanProperty();
    private final BooleanProperty watched = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<Optional<Leads>> leads = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<Leads.Question> asked = Optional.empty();

    /** Makes a model without runs. */
    public CompareModel(Background background) {
        this.background = background;
        drawn.subscribe(this::ask);
        selection.subscribe(this::ask);
        watched.subscribe(this::ask);
    }

    /** Returns the runs that the charts of the window draw; those selected are among them. */
    public ObjectProperty<List<TimelineRun>> drawnProperty() {
        return drawn;
    }

    /** Returns the ids of the selected runs. */
    public ObjectProperty<List<String>> selectionProperty() {
        return selection;
    }

    /** Returns how many runs there are to select from. */
    public IntegerProperty availableProperty() {
        return available;
    }

    /** Returns what is drawn of the runs. */
    public ObjectProperty<Measure> measureProperty() {
        return measure;
    }

    /** Returns the columns of the small multiples, from the left. */
    public ObjectProperty<List<Measure>> measuresProperty() {
        return measures;
    }

    /** Returns whether small multiples are shown instead of one measure of all. */
    public BooleanProperty apartProperty() {
        return apart;
    }

    /** Returns what stands at 0. */
    public ObjectProperty<Alignment> alignmentProperty() {
        return alignment;
    }

    /** Returns whether the seeds of one configuration are drawn as mean and range. */
    public BooleanProperty bandsProperty() {
        return bands;
    }

    /** Returns of the table's columns, by their titles, those that a person ticked or unticked. */
    ObjectProperty<Map<String, Boolean>> columnsProperty() {
        return columns;
    }

    /** Returns the id of the run that the pointer is on, here or where runs are listed. */
    public ObjectProperty<Optional<String>> highlightedProperty() {
        return highlighted;
    }

    /** Returns whether the view is dark. */
    public BooleanProperty darkProperty() {
        return dark;
    }

    /** Returns whether anybody looks at the view. */
    BooleanProperty watchedProperty() {
        return watched;
    }

    /** Returns the lead statistics; empty until they are worked out. */
    ReadOnlyObjectProperty<Optional<Leads>> leadsProperty() {
        return leads.getReadOnlyProperty();
    }

    /** Returns the selected runs. */
    List<RunHistory> runs() {
        return selected().map(TimelineRun::history).toList();
    }

    private Stream<TimelineRun> selected() {
        return drawn.get().stream().filter(run -> selection.get().contains(run.history().head().id()));
    }

    /** Returns whether there are too few runs to compare. */
    boolean tooFew() {
        return runs().size() < 2;
    }

    /** Returns whether enough runs are selected, of which some are still being read. */
    boolean reading() {
        return tooFew() && selection.get().size() > 1;
    }

    /** Returns the table. */
    CompareSheet sheet() {
        return CompareSheet.of(runs(), further.get());
    }

    /** Returns the curves of the chosen measure. */
    Comparison comparison() {
        return comparison(measure.get());
    }

    /** Returns the curves that are shown: those of the chosen measure, or of each column of the small multiples. */
    List<Comparison> comparisons() {
        return apart.get() ? measures.get().stream().map(this::comparison).toList() : List.of(comparison());
    }

    private Comparison comparison(Measure of) {
        return Comparison.of(runs(), of, alignment.get(), bands.get());
    }

    /** Returns the looks of the curves, one each: that of the first of its runs. */
    List<SeriesStyle> looks(Comparison comparison) {
        return RunLooks.inWindow(comparison.curves().stream().map(curve -> colour(curve.runs().getFirst())).toList());
    }

    /** Returns the colour that a selected run has in the window. */
    Color colour(RunHistory of) {
        return selected().filter(run -> run.history() == of).findFirst().map(TimelineRun::colour).orElseThrow();
    }

    /** Returns the curves, to be exported; empty where there are too few runs. */
    public Optional<CompareContent> content() {
        return tooFew()
                ? Optional.empty()
                : Optional.of(new CompareContent(runs(), measure.get(),
                        alignment.get(), bands.get()));
    }

    /** Returns the small multiples, to be exported; empty where there are too few runs. */
    public Optional<MultiplesContent> multiplesContent() {
        return tooFew()
                ? Optional.empty()
                : Optional.of(new MultiplesContent(runs(), measures.get(), alignment.get(), bands.get()));
    }

    /** Returns the alarm whose lead is shown against its threshold. */
    public ObjectProperty<Alarm> alarmProperty() {
        return alarm;
    }

    /** Returns the alarms that were added. */
    public ObjectProperty<List<Alarm>> furtherProperty() {
        return further;
    }

    /** Returns how its lead depends on its threshold. */
    LeadCurve leadCurve() {
        return LeadCurve.of(runs(), alarm.get());
    }

    /** Returns that chart, to be exported; empty where there are too few runs. */
    public Optional<LeadThresholdContent> leadContent() {
        return tooFew()
                ? Optional.empty()
                : Optional
                        .of(new LeadThresholdContent(runs(), alarm.get()));
    }

    /** Says in two sentences what is to be seen. */
    String explanation() {
        return CompareExplanation.of(sheet(), leads.get());
    }

    private void ask() {
        if (!watched.get() || tooFew()) {
            return;
        }
        Leads.Question question = Leads.Question.of(runs());
        if (!asked.equals(Optional.of(question))) {
            asked = Optional.of(question);
            leads.set(Optional.empty());
            background.run(question::answer, answer -> {
                if (asked.equals(Optional.of(question))) {
                    leads.set(Optional.of(answer));
                }
            });
        }
    }
}
