package org.grokscope.workbench.circuit;

import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import org.grokscope.figure.CircleScene;
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
        source.want(at, frequency);
        return source.path(at.head().id(), frequency).map(path -> scene(at, path));
    }

    private static RunConfiguration configuration(RunHistory run) {
        return run.head().configuration();
    }

    private CircleScene scene(RunHistory at, CirclePath path) {
        return new CircleScene(task.orElseThrow(), path.at(position.get()), position.get(),
                wanted.isPresent() ? "the frequency you chose" : "where most neurons settled",
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
