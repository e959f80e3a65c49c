package org.grokscope.workbench.circuit;

import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.grokscope.figure.CircleScene;
import org.grokscope.figure.MarkTarget;
import org.grokscope.measure.CirclePath;
import org.grokscope.run.RunHistory;
import org.grokscope.settings.RunConfiguration;
import org.grokscope.settings.TaskSettings;
import org.grokscope.task.Labels;
import org.grokscope.task.Task;
import org.grokscope.training.TokenPaths;

/**
 * The moving circle: where the tokens of the chosen run lie at a moment, on a plane that stays. It is that of the frequency on
 * which most neurons settled in the end, unless another is chosen. For use on the JavaFX thread; it needs no display.
 */
public final class CircleModel {
    private final CircleSource source;
    private final DoubleProperty position = new SimpleDoubleProperty();
    private final ReadOnlyObjectWrapper<Optional<CircleScene>> scene = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<RunHistory> run = Optional.empty();
    private Optional<Task> task = Optional.empty();
    private final ObjectProperty<MarkTarget> pointed = new SimpleObjectProperty<>(MarkTarget.ITSELF);
    private OptionalInt previewed = OptionalInt.empty();
    private OptionalInt wanted = OptionalInt.empty();
    private Optional<CircuitRequest.Pair> pair = Optional.empty();

    CircleModel(CircleSource source) {
        this.source = source;
        source.listen(this::show);
        position.subscribe(this::show);
    }

    /** Returns the moment that is shown, in steps; also between evaluations. */
    public DoubleProperty positionProperty() {
        return position;
    }

    /** Returns what is shown; empty while it is read, or nothing is known. */
    public ReadOnlyObjectProperty<Optional<CircleScene>> sceneProperty() {
        return scene.getReadOnlyProperty();
    }

    /** Returns what the pointer is on, here or on another page. */
    public ObjectProperty<MarkTarget> pointedProperty() {
        return pointed;
    }

    /** Takes what the pointer is on. */
    void point(MarkTarget target) {
        pointed.set(target);
    }

    /** Returns whether the frequency that is shown is pointed at. */
    boolean lit() {
        return scene.get().filter(it -> new MarkTarget.Frequency(it.circle().frequency()).equals(pointed.get()))
                .isPresent();
    }

    /** Shows the circle of a frequency for as long as somebody points at it; of nothing else shows the usual one again. */
    void preview(MarkTarget target) {
        previewed = target instanceof MarkTarget.Frequency(int k) ? OptionalInt.of(k) : OptionalInt.empty();
        show();
    }

    /**
     * Looks at a run, or at none.
     *
     * @param frequency that a person chose
     * @param asked the pair whose angles are added
     */
    void look(Optional<RunHistory> at, OptionalInt frequency, Optional<CircuitRequest.Pair> asked) {
        if (!run.map(CircleModel::configuration).equals(at.map(CircleModel::configuration))) {
            task = at.map(it -> configuration(it).learnedTask());
        }
        run = at;
        wanted = frequency;
        pair = asked;
        show();
    }

    /** Returns whether the run that is looked at has circles. */
    boolean circular() {
        return task.map(it -> it.basis().circular()).orElse(true);
    }

    private void show() {
        Optional<CircleScene> shown = run.flatMap(this::scene);
        if (!shown.equals(scene.get())) {
            scene.set(shown);
        }
    }

    private Optional<CircleScene> scene(RunHistory at) {
        int frequency = wanted.orElseGet(() -> TokenPaths.settledFrequency(at));
        if (frequency == 0 || !circular()) {
            return Optional.empty();
        }
        int asked = previewed.orElse(frequency);
        source.want(at, asked);
        String id = at.head().id();
        // Until it is read, the circle that is there stays.
        return source.path(id, asked).or(() -> source.path(id, frequency))
                .map(path -> scene(at, path, why(path.frequency() != frequency)));
    }

    private String why(boolean other) {
        return other
                ? "under the pointer"
                : wanted.isPresent() ? "the frequency you chose" : "where most neurons settled by the end";
    }

    private static RunConfiguration configuration(RunHistory run) {
        return run.head().configuration();
    }

    private CircleScene scene(RunHistory at, CirclePath path, String why) {
        return new CircleScene(task.orElseThrow(), path.at(position.get()), position.get(), why,
                pair.map(it -> new CircleScene.Pair(it.a(), it.b(), sign(configuration(at).task()))));
    }

    private static int sign(TaskSettings task) {
        return task.labels() == Labels.SHUFFLED ? 0 : switch (task.operation()) {
            case ADD -> 1;
            case SUBTRACT -> -1;
            default -> 0;
        };
    }
}
