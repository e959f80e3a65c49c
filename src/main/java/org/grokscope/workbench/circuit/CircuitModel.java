package org.grokscope.workbench.circuit;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
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
import org.grokscope.figure.CircuitScene;
import org.grokscope.figure.TableLook;
import org.grokscope.figure.export.CircuitContent;
import org.grokscope.measure.CircuitReading;
import org.grokscope.measure.Milestone;
import org.grokscope.measure.PairLogits;
import org.grokscope.run.RunHistory;
import org.grokscope.text.StepLabel;
import org.grokscope.training.TokenPaths;

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
    private CircuitRequest request = CircuitRequest.NONE;
    private final TrainingPairs trainingPairs = new TrainingPairs();
    private final CheckpointCursor checkpoints = new CheckpointCursor(run, cursorStep);

    /** @param source reads checkpoints */
    public CircuitModel(CircuitReader source) {
        this(source, source.circles());
    }

    CircuitModel(CircuitSource source, CircleSource circles) {
        this.source = source;
        this.circle = new CircleModel(circles);
        source.listen(this::show);
        run.subscribe((before, now) -> {
            if (modulus(before) != modulus(now)) {
                wantedFrequency.set(OptionalInt.empty());
            }
            show();
        });
        cursorStep.subscribe(this::show);
        watched.subscribe(this::show);
        training.subscribe(this::show);
        ablation.subscribe(this::show);
        table.subscribe(this::show);
        wantedFrequency.subscribe(this::show);
        first.subscribe(this::show);
        second.subscribe(this::show);
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

    /** Looks along a frequency; along that of most neurons again when it was looked along before. */
    void choose(int frequency) {
        wantedFrequency.set(wantedFrequency.get().equals(OptionalInt.of(frequency))
                ? OptionalInt.empty()
                : OptionalInt.of(frequency));
    }

    /** Looks along a frequency. */
    public void look(int frequency) {
        wantedFrequency.set(OptionalInt.of(frequency));
    }

    /** Returns the fork without what is looked at; empty where there is nothing to look along. */
    Optional<ForkWithout> without() {
        return ForkWithout.of(explained.get(), page.get().scene());
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
                wantedFrequency.set(OptionalInt.of(next));
            }
        });
    }

    /** Returns where the cursor may go. */
    CheckpointCursor checkpoints() {
        return checkpoints;
    }

    /** Returns what the explained chart shows, in two sentences. */
    String explanation() {
        return CircuitExplanation.of(explained.get(), page.get());
    }

    /** Returns what was typed for an operand. */
    PairField field(boolean ofFirst) {
        int p = Math.max(1, modulus(run.get()));
        return ofFirst ? PairField.of("a", first.get(), p) : PairField.of("b", second.get(), p);
    }

    private void show() {
        circle.look(watched.get() ? run.get() : Optional.empty(), wantedFrequency.get(), pair());
        if (!watched.get()) {
            want(CircuitRequest.NONE);
            return;
        }
        OptionalInt step = checkpoints.shown();
        if (run.get().isEmpty() || step.isEmpty()) {
            want(CircuitRequest.NONE);
            page.set(CircuitPage.empty(run.get().isEmpty()
                    ? "Choose a run to look into its network."
                    : run.get().get().evaluations().isEmpty()
                            ? "This run has no checkpoint yet. The first is written when it starts."
                            : "This run's checkpoints were not kept, so its network cannot be looked into."));
            return;
        }
        RunHistory shown = run.get().get();
        Optional<CircuitRequest.Pair> pair = pair();
        want(CircuitRequest.of(shown, step.getAsInt(), pair, training.get(), ablation.get()));
        CheckpointAddress at = new CheckpointAddress(shown.head().id(), step.getAsInt());
        switch (source.result(at).orElse(null)) {
            case null -> waiting(shown, at);
            case CircuitResult.Damaged(String sentence) -> page.set(page(shown, at, Optional.empty(), sentence));
            case CircuitResult.Read(CircuitReading reading) ->
                page.set(page(shown, at, Optional.of(scene(shown, at, reading, pair)), ""));
        }
    }

    /** The network before stays for the few milliseconds that reading takes, with its own step; another run's goes. */
    private void waiting(RunHistory shown, CheckpointAddress at) {
        boolean sameRun = page.get().at().filter(before -> before.run().equals(at.run())).isPresent();
        if (!sameRun || page.get().scene().isEmpty()) {
            page.set(page(shown, at, Optional.empty(), ""));
        }
    }

    private void want(CircuitRequest wanted) {
        if (!wanted.equals(request)) {
            request = wanted;
            source.want(wanted);
        }
    }

    private Optional<CircuitRequest.Pair> pair() {
        OptionalInt a = field(true).value();
        OptionalInt b = field(false).value();
        return a.isPresent() && b.isPresent()
                ? Optional.of(new CircuitRequest.Pair(a.getAsInt(), b.getAsInt()))
                : Optional.empty();
    }

    private CircuitScene scene(RunHistory shown, CheckpointAddress at, CircuitReading reading,
            Optional<CircuitRequest.Pair> pair) {
        Optional<PairLogits> said = pair.flatMap(it -> source.answer(new PairQuestion(at, it.a(), it.b())));
        int settled = TokenPaths.settledFrequency(shown);
        return new CircuitScene(shown.head().configuration().learnedTask(), reading,
                wantedFrequency.get().orElse(settled > 0 ? settled : reading.embedding().power().strongest()),
                shown.head().configuration().thresholds().ceilingFsd(), said, pair.isPresent(), table.get());
    }

    private CircuitPage page(RunHistory shown, CheckpointAddress at, Optional<CircuitScene> scene, String obstacle) {
        OptionalInt grokked = shown.milestones().step(Milestone.GROKKED);
        return new CircuitPage(Optional.of(at), shown.head().name() + " at step " + StepLabel.of(at.step()),
                place(shown, at.step()), scene, obstacle, grokked.isPresent() && grokked.getAsInt() <= at.step(),
                scene.flatMap(CircuitScene::pair)
                        .filter(said -> trainingPairs.contain(shown.head().configuration(), said.a(), said.b()))
                        .isPresent());
    }

    private String place(RunHistory shown, int step) {
        int index = shown.checkpoints().indexOf(step);
        String milestones = shown.milestones().reached().entrySet().stream().filter(it -> it.getValue() == step)
                .map(it -> " \u00b7 " + it.getKey().title()).collect(Collectors.joining());
        int cursor = cursorStep.get();
        String cursorIsElsewhere = cursor >= 0 && cursor != step
                ? " \u00b7 nearest to the cursor at " + StepLabel.of(cursor)
                : "";
        boolean newest = index == shown.checkpoints().size() - 1;
        return "checkpoint " + (index + 1) + " of " + shown.checkpoints().size()
                + (newest && cursor < 0 ? ", the newest" : "") + milestones + cursorIsElsewhere;
    }

    private static int modulus(Optional<RunHistory> of) {
        return of.map(it -> it.head().configuration().task().p()).orElse(0);
    }
}
