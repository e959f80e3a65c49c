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
import org.grokscope.training.TrialSpeed;

/** How fast this machine is: what its runs tell, and where it has none, what a short trial showed. */
public final class SpeedModel {
    /** Tries this machine out, and then calls {@link SpeedModel#tried}. */
    @FunctionalInterface
    public interface Trial {
        void begin();
    }

    /** Whether this machine's speed was tried out, for want of runs that tell it. */
    public enum Trying {
        /** Runs tell the speed, or a trial on a quiet machine did, or nobody asked. */
        NONE,
        /** It is being tried out. */
        NOW,
        /** It was tried out beside other programs. */
        WHILE_BUSY
    }

    /** The time that others take is told as exactly as this, in seconds: what follows from it is worked out anew with it. */
    private static final double COARSE = 30;

    private final DoubleProperty busy = new SimpleDoubleProperty();
    private final ObjectProperty<TrialSpeed> tried = new SimpleObjectProperty<>(TrialSpeed.NONE);
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
                () -> environment.getValue().map(here -> estimator(runs.getValue(), here, atOnce.get())),
                runs, environment, atOnce, tried, trying, busy);
    }

    /** Returns what estimates; empty before it is known what is trained on. */
    public ObservableValue<Optional<Estimator>> estimator() {
        return estimator;
    }

    /** Sees to it that there is a speed to estimate by, and not one of a busy moment: somebody is about to start runs. */
    public void want(Trial trial) {
        if (!trying.get() && estimator.get()
                .filter(it -> it.trial() == Trying.WHILE_BUSY || it.speed().measured().isEmpty()).isPresent()) {
            trying.set(true);
            trial.begin();
        }
    }

    /** Hears what a trial showed. */
    public void tried(TrialSpeed speed) {
        tried.set(speed);
        trying.set(false);
    }

    private Estimator estimator(List<RunHistory> runs, Environment here, int atOnce) {
        MachineSpeed told = MachineSpeed.of(runs, here);
        TrialSpeed trial = tried.get();
        boolean counts = told.measured().isEmpty() && trial.stepsPerSecond() > 0;
        Trying how = counts && trial.busy() ? Trying.WHILE_BUSY : Trying.NONE;
        MachineSpeed speed = counts
                ? told.with(new MachineSpeed.Measured(RunConfiguration.PAPER, here.threads(), trial.stepsPerSecond()))
                : told;
        return new Estimator(speed, runs, atOnce, trying.get() ? Trying.NOW : how, busy.get());
    }
}
