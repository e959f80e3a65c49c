package org.grokscope.workbench.circuit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.grokscope.figure.CircuitChart;
import org.grokscope.figure.NeuronLook;
import org.grokscope.figure.TableLook;
import org.grokscope.figure.export.CircuitContent;
import org.grokscope.run.RunHistory;

/**
 * What the circuit view shows: the chosen run's network at the checkpoint nearest to the cursor, at the newest one when
 * the cursor is nowhere. Nothing is read while nobody looks. For use on the JavaFX thread; it needs no display.
 */
public final class CircuitModel {
    private final CircuitSource source;
    private final ObjectProperty<Optional<RunHistory>> run = new SimpleObjectProperty<>(Optional.empty());
    private final IntegerProperty cursorStep = new SimpleIntegerProperty(CheckpointCursor.NOWHERE);
    private final BooleanProperty dark = new SimpleBooleanProperty();
    private final BooleanProperty watched = new SimpleBooleanProperty();
    private final BooleanProperty training = new SimpleBooleanProperty();
    private final ObjectProperty<OptionalInt> wantedFrequency = new SimpleObjectProperty<>(OptionalInt.empty());
    private final StringProperty first = new SimpleStringProperty("3");
    private final StringProperty second = new SimpleStringProperty("4");
    private final ObjectProperty<CircuitChart> explained = new SimpleObjectProperty<>(CircuitChart.EMBEDDING_POWER);
    private final ReadOnlyObjectWrapper<CircuitPage> page = new ReadOnlyObjectWrapper<>(CircuitPage.empty(""));
    private final ObjectProperty<TableLook> table = new SimpleObjectProperty<>(TableLook.PLAIN);
    private final BooleanProperty ablation = new SimpleBooleanProperty();
    private final CircleModel circle;
    private final NeuronModel neurons;
    private CircuitRequest request = CircuitRequest.NONE;
    private final ObjectProperty<Optional<String>> part = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<CircuitChart> chosenOn = new SimpleObjectProperty<>(CircuitChart.EMBEDDING_POWER);
    private final CircuitPages pages;
    private final BesideModel beside;
    private final CheckpointCursor checkpoints = new CheckpointCursor(run, cursorStep);

    /** @param source reads checkpoints */
    public CircuitModel(CircuitReader source) {
        this(source, source.circles(), source.courses());
    }

    CircuitModel(CircuitSource source, CircleSource circles, CourseSource courses) {
        this.source = source;
        this.circle = new CircleModel(circles);
        this.neurons = new NeuronModel(courses, this::show);
        this.pages = new CircuitPages(source);
        this.beside = new BesideModel(source, this::show);
        source.listen(this::show);
        run.subscribe((before, now) -> {
            if (modulus(before) != modulus(now)) {
                lookAlong(CircuitChart.EMBEDDING_POWER, OptionalInt.empty());
            }
            show();
        });
        Stream.of(cursorStep, watched, training, ablation, table, wantedFrequency, part, first, second)
                .forEach(it -> it.subscribe(this::show));
    }

    /** Returns the run that is looked into. */
    public ObjectProperty<Optional<RunHistory>> runProperty() {
        return run;
    }

    /** Returns the step at which the cursor stands; under 0 when it is nowhere. */
    public IntegerProperty cursorStepProperty() {
        return cursorStep;
    }

    /** Returns whether the view is dark. */
    public BooleanProperty darkProperty() {
        return dark;
    }

    /** Returns whether this program trains meanwhile. */
    public BooleanProperty trainingProperty() {
        return training;
    }

    /** Returns whether anybody looks at the view. */
    BooleanProperty watchedProperty() {
        return watched;
    }

    /** Returns what was typed for the operand a. */
    StringProperty firstProperty() {
        return first;
    }

    /** Returns what was typed for the operand b. */
    StringProperty secondProperty() {
        return second;
    }

    /** Returns the chart that is explained. */
    ObjectProperty<CircuitChart> explainedProperty() {
        return explained;
    }

    /** Returns what is shown. */
    ReadOnlyObjectProperty<CircuitPage> pageProperty() {
        return page.getReadOnlyProperty();
    }

    /** Returns the circle that moves as the run trains. */
    public CircleModel circle() {
        return circle;
    }

    /** Returns the network that stands beside the one that is shown. */
    public BesideModel beside() {
        return beside;
    }

    /** Returns how the table of all pairs is shown. */
    ObjectProperty<TableLook> tableProperty() {
        return table;
    }

    /** Returns whether the parts of the network that is shown are silenced one by one, which takes long. */
    BooleanProperty ablationProperty() {
        return ablation;
    }

    /** Returns the chart that the page is about: the one under the pointer, or the last that was. */
    public CircuitChart explained() {
        return explained.get();
    }

    /** Returns whether a checkpoint is shown. */
    public boolean readable() {
        return page.get().scene().isPresent();
    }

    /**
     * Returns what a chart shows, to be exported.
     *
     * @throws org.grokscope.text.InvalidSetting when it is not read yet
     */
    public CircuitContent content(CircuitChart chart) {
        RunHistory shown = run.get().orElseThrow();
        return new CircuitContent(chart, shown, page.get().at().orElseThrow().step(),
                page.get().scene().orElseThrow());
    }

    /**
     * Looks along a frequency; along that of most neurons again when it was looked along before.
     *
     * @param on the chart on which it was chosen
     */
    void choose(CircuitChart on, int frequency) {
        boolean again = wantedFrequency.get().equals(OptionalInt.of(frequency)) && chosenOn.get() == on;
        lookAlong(on, again ? OptionalInt.empty() : OptionalInt.of(frequency));
    }

    /** Looks along a frequency. */
    public void look(int frequency) {
        lookAlong(CircuitChart.EMBEDDING_POWER, OptionalInt.of(frequency));
    }

    /**
     * Follows a neuron through the run's training, and looks along its frequency.
     *
     * @param frequency k; 0 where there is none to look along
     */
    void follow(CircuitChart on, int neuron, int frequency) {
        if (frequency > 0) {
            lookAlong(on, OptionalInt.of(frequency));
        }
        neurons.follow(neuron);
    }

    /** Chooses a part of the network; none again when it was chosen before. */
    void choosePart(String named) {
        part.set(part.get().equals(Optional.of(named)) ? Optional.empty() : Optional.of(named));
    }

    /** Looks along the frequency of the circle from now on, whatever the neurons settle on. */
    void chooseCircle() {
        circle.sceneProperty().get()
                .ifPresent(it -> lookAlong(CircuitChart.CIRCLE, OptionalInt.of(it.circle().frequency())));
    }

    private void lookAlong(CircuitChart on, OptionalInt frequency) {
        part.set(Optional.empty());
        chosenOn.set(on);
        wantedFrequency.set(frequency);
    }

    /** Returns the fork without what was chosen; empty where there is nothing to look along. */
    Optional<ForkWithout> without() {
        return ForkWithout.of(chosenOn.get(), page.get().scene());
    }

    /** Asks a pair. */
    void ask(int a, int b) {
        first.set(Integer.toString(a));
        second.set(Integer.toString(b));
    }

    /** Looks along the next frequency, up or down. */
    void chooseNext(boolean higher) {
        page.get().scene().ifPresent(scene -> {
            int next = scene.frequency() + (higher ? 1 : -1);
            if (next >= 1 && next <= scene.task().basis().frequencies()) {
                lookAlong(explained.get(), OptionalInt.of(next));
            }
        });
    }

    /** Returns where the cursor may go. */
    CheckpointCursor checkpoints() {
        return checkpoints;
    }

    /**
     * Explains a chart from now on.
     *
     * @param ofSecond whether that of the network that stands beside
     */
    void explain(CircuitChart chart, boolean ofSecond) {
        beside.explainedProperty().set(ofSecond);
        explained.set(chart);
    }

    /** Returns what the explained chart shows, in two sentences. */
    String explanation() {
        return CircuitExplanation.of(explained.get(), beside.explained(page.get()));
    }

    /** Returns what was typed for an operand. */
    PairField field(boolean ofFirst) {
        int p = Math.max(1, modulus(run.get()));
        return ofFirst ? PairField.of("a", first.get(), p) : PairField.of("b", second.get(), p);
    }

    private void show() {
        circle.look(watched.get() ? run.get() : Optional.empty(), wantedFrequency.get(), pair());
        neurons.show(watched.get() ? run.get() : Optional.empty());
        if (!watched.get()) {
            want(CircuitRequest.NONE);
            return;
        }
        OptionalInt step = checkpoints.shown();
        if (run.get().isEmpty() || step.isEmpty()) {
            want(CircuitRequest.NONE);
            page.set(CircuitPages.without(run.get()));
            run.get().ifPresent(it -> beside.show(it, page.get(), look()));
            return;
        }
        showRun(run.get().get(), step.getAsInt());
    }

    private void showRun(RunHistory shown, int step) {
        CircuitLook look = look().following(neurons.look(shown, step));
        List<CircuitRequest.Shown> sides = new ArrayList<>(List.of(new CircuitRequest.Shown(shown, step)));
        beside.other(shown, step).ifPresent(sides::add);
        want(CircuitRequest.of(sides, pair(), training.get(), ablation.get()));
        int cursor = cursorStep.get();
        // The network before stays for the few milliseconds that reading takes, with its own step; another run's goes.
        boolean stays = page.get().scene().isPresent()
                && page.get().at().filter(before -> before.run().equals(shown.head().id())).isPresent();
        pages.of(shown, step, look, cursor)
                .or(() -> stays ? Optional.empty() : Optional.of(pages.reading(shown, step, cursor)))
                .ifPresent(page::set);
        beside.show(shown, page.get(), look);
    }

    private CircuitLook look() {
        return new CircuitLook(wantedFrequency.get(), pair(), table.get(), part.get(), NeuronLook.NONE);
    }

    private void want(CircuitRequest wanted) {
        if (!wanted.equals(request)) {
            request = wanted;
            source.want(wanted);
        }
    }

    private Optional<CircuitRequest.Pair> pair() {
        return CircuitRequest.Pair.of(field(true).value(), field(false).value());
    }

    private static int modulus(Optional<RunHistory> of) {
        return of.map(it -> it.head().configuration().task().p()).orElse(0);
    }
}
