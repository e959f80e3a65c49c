package org.grokscope.workbench.forkcard;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import org.grokscope.run.RunHistory;
import org.grokscope.text.NumberText;
import org.grokscope.workbench.estimate.Estimator;

/** What stands in the fork card, and what comes of it at once. For use on the JavaFX thread; it needs no display. */
public final class ForkForm {
    /** The λ that the card suggests. */
    public static final List<Double> SUGGESTED = List.of(1.0, 2.0, 3.0, 5.0, 10.0);

    private static final List<Double> FIRST = List.of(1.0, 2.0, 3.0, 5.0);

    private final ReadOnlyObjectWrapper<TreeSet<Double>> chosen = new ReadOnlyObjectWrapper<>(new TreeSet<>(FIRST));
    private final Map<ForkField, StringProperty> fields = new EnumMap<>(ForkField.class);
    private final BooleanProperty control = new SimpleBooleanProperty(true);
    private final BooleanProperty sham = new SimpleBooleanProperty(true);
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final ObjectBinding<Optional<ForkPlace>> place;
    private final ObjectBinding<Optional<ForkOffer>> offer;

    /**
     * Follows the chosen run and the cursor.
     *
     * @param runs of the folder, for the law
     * @param cursor the step to fork at; empty for the FSD ceiling, or where there is none the newest checkpoint
     * @param estimator what tells how long it takes here; empty before that is known
     */
    public ForkForm(ObservableValue<List<RunHistory>> runs, ObservableValue<Optional<RunHistory>> run,
            ObservableValue<OptionalInt> cursor, ObservableValue<Optional<Estimator>> estimator) {
        for (ForkField field : ForkField.values()) {
            fields.put(field, new SimpleStringProperty(switch (field) {
                case DRAWS -> "1";
                case STOP_AFTER_GROK -> "1500";
                case OTHER_WEIGHT_DECAYS, STEPS, INTERVENTION -> "";
            }));
        }
        place = Bindings.createObjectBinding(
                () -> run.getValue().flatMap(parent -> ForkPlace.of(parent, cursor.getValue())), run, cursor);
        // To plan branches and ask for predictions at every step that a replay comes by would hold up what it shows.
        offer = Bindings.createObjectBinding(
                () -> run.getValue().filter(_ -> open.get()).flatMap(parent -> place.get().filter(ForkPlace::possible)
                        .map(at -> new ForkReading(fields, chosen.get(), control.get(), sham.get())
                                .offer(runs.getValue(), parent, at.step(), estimator.getValue()))),
                dependencies(runs, run, place, estimator, open));
    }

    private Observable[] dependencies(Observable... given) {
        Observable[] all = new Observable[given.length + fields.size() + 3];
        System.arraycopy(given, 0, all, 0, given.length);
        int place = given.length;
        for (StringProperty field : fields.values()) {
            all[place++] = field;
        }
        all[place++] = chosen;
        all[place++] = control;
        all[place] = sham;
        return all;
    }

    /** Returns what stands in a field. */
    public StringProperty field(ForkField field) {
        return Objects.requireNonNull(fields.get(field));
    }

    /** Returns which of the suggested λ are chosen. */
    public ReadOnlyObjectProperty<TreeSet<Double>> chosen() {
        return chosen.getReadOnlyProperty();
    }

    /** Chooses a suggested λ, or no longer. */
    public void choose(double weightDecay, boolean wanted) {
        TreeSet<Double> other = new TreeSet<>(chosen.get());
        if (wanted) {
            other.add(weightDecay);
        } else {
            other.remove(weightDecay);
        }
        chosen.set(other);
    }

    /** Takes the λ of the slider in the place of all that was typed. */
    public void tryOut(double weightDecay) {
        field(ForkField.OTHER_WEIGHT_DECAYS).set(NumberText.setting(weightDecay));
    }

    /** Returns whether the control branch is wanted. */
    public BooleanProperty control() {
        return control;
    }

    /** Returns whether a sham is wanted beside what is done to the network. */
    public BooleanProperty sham() {
        return sham;
    }

    /**
     * Fills the form in for a fork that does one thing to the network and changes no setting.
     *
     * @param intervention as it is typed
     */
    public void intervene(String intervention) {
        chosen.set(new TreeSet<>());
        field(ForkField.OTHER_WEIGHT_DECAYS).set("");
        field(ForkField.INTERVENTION).set(intervention);
        control.set(true);
        sham.set(true);
    }

    /** Returns whether the form is unfolded. */
    public BooleanProperty open() {
        return open;
    }

    /** Returns where the run would be forked; empty when there is nothing to fork. */
    public ObservableValue<Optional<ForkPlace>> place() {
        return place;
    }

    /** Returns what a press of the button would do; empty while the form is folded and where a run cannot be forked. */
    public ObservableValue<Optional<ForkOffer>> offer() {
        return offer;
    }
}
