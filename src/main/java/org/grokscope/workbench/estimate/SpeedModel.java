package org.grokscope.workbench.estimate;

import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableIntegerValue;
import javafx.beans.value.ObservableValue;
import org.grokscope.analysis.MachineSpeed;
import org.grokscope.run.Environment;
import org.grokscope.run.RunHistory;
import org.grokscope.settings.RunConfiguration;
import org.grokscope.training.TrainingSnapshot;

/** How fast this machine is: what its runs tell, and where it has none, what a short trial showed. */
public final class SpeedModel {
    /** Tries this machine out, and then calls {@link SpeedModel#tried}. */
    @FunctionalInterface
    public interface Trial {
        void begin();
    }

    /** The time that others take is told as exactly as this, in seconds: what follows from it is worked out anew with it. */
    private static final double COARSE = 30;

    private final DoubleProperty busy = new SimpleDoubleProperty();
    private final ObjectProperty<Optional<Double>> tried = new SimpleObjectProperty<>(Optional.empty());
    private final BooleanProperty trying = new SimpleBooleanProperty();
    private final ObjectBinding<Optional<Estimator>> estimator;

    /**
     * Follows the runs.
     *
     * @param environment what this window trains on, once that is known
     * @param atOnce how many runs may train at once; 0 for as many as there are cores
     * @param executor what trains and waits
     */
    public SpeedModel(ObservableValue<List<RunHistory>> runs, ObservableValue<Optional<Environment>> environment,
            ObservableIntegerValue atOnce, ObservableValue<TrainingSnapshot> executor) {
        executor.subscribe(now -> busy.set(Math.rint(new TimeLeftText(runs.getValue()).untilAllHaveEnded(now)
                / COARSE) * COARSE));
        estimator = Bindings.createObjectBinding(
                () -> environment.getValue().map(here -> new Estimator(speed(runs.getValue(), here), runs.getValue(),
                        atOnce.get(), trying.get(), busy.get())),
                runs, environment, atOnce, tried, trying, busy);
    }

    /** Returns what estimates; empty before it is known what is trained on. */
    public ObservableValue<Optional<Estimator>> estimator() {
        return estimator;
    }

    /** Sees to it that there is a speed to estimate by: somebody is about to start runs. */
    public void want(Trial trial) {
        if (!trying.get() && estimator.get().filter(it -> it.speed().measured().isEmpty()).isPresent()) {
            trying.set(true);
            trial.begin();
        }
    }

    /** Hears of the steps a second that the paper's run took in a trial; NaN where there was none. */
    public void tried(double stepsPerSecond) {
        tried.set(Double.isNaN(stepsPerSecond) ? Optional.empty() : Optional.of(stepsPerSecond));
        trying.set(false);
    }

    private MachineSpeed speed(List<RunHistory> runs, Environment here) {
        MachineSpeed speed = MachineSpeed.of(runs, here);
        return tried.get().filter(_ -> speed.measured().isEmpty())
                .map(it -> speed.with(new MachineSpeed.Measured(RunConfiguration.PAPER, here.threads(), it)))
                .orElse(speed);
    }
}
