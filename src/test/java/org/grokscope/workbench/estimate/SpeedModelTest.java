package org.grokscope.workbench.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.grokscope.run.Environment;
import org.grokscope.run.RunHead;
import org.grokscope.run.RunHistory;
import org.grokscope.run.RunState;
import org.grokscope.settings.RunConfiguration;
import org.grokscope.training.TrainingSnapshot;
import org.grokscope.training.TrialSpeed;
import org.grokscope.workbench.Runs;
import org.junit.jupiter.api.Test;

class SpeedModelTest {
    private static final Environment HERE = new Environment("cpu", "EPYC", 2,
            new TreeMap<>(Map.of("processor", "EPYC, stepping 1")));

    private final ObjectProperty<List<RunHistory>> runs = new SimpleObjectProperty<>(List.of());
    private final ObjectProperty<Optional<Environment>> environment = new SimpleObjectProperty<>(
            Optional.of(HERE));
    private final ObjectProperty<TrainingSnapshot> executor = new SimpleObjectProperty<>(
            new TrainingSnapshot(List.of()));
    private final SpeedModel speed = new SpeedModel(runs, environment, new SimpleIntegerProperty(1), executor);
    private int trials;

    @Test
    void aTrialOnAQuietMachineIsEnough() {
        want();
        assertThat(estimate().words()).isEqualTo("measuring this machine's speed \u2026");
        speed.tried(new TrialSpeed(40, false));
        assertThat(estimate().words()).startsWith("about 3 min");
        assertThat(estimate().warning()).isEmpty();
        want();
        assertThat(trials).isEqualTo(1);
    }

    @Test
    void aTrialBesideOtherProgramsSaysSoAndIsMadeAgain() {
        want();
        speed.tried(new TrialSpeed(10, true));
        assertThat(estimate().warning())
                .isEqualTo("Other programs keep this machine busy. Without them, it takes less.");
        want();
        assertThat(trials).isEqualTo(2);
        assertThat(estimate().words()).as("what is known is said until the new trial has ended")
                .startsWith("about 13 min");
        speed.tried(new TrialSpeed(1, true));
        assertThat(estimate().warning())
                .isEqualTo("Other programs keep this machine busy. If they go on, this may take "
                        + "more than an hour.");
        speed.tried(new TrialSpeed(40, false));
        assertThat(estimate().warning()).isEmpty();
    }

    @Test
    void aTrialThatFailedTellsNothing() {
        want();
        speed.tried(TrialSpeed.NONE);
        assertThat(estimate()).isEqualTo(EstimateText.NONE);
    }

    @Test
    void runsThatTellTheSpeedCountMoreThanATrial() {
        want();
        speed.tried(new TrialSpeed(1, true));
        RunHistory run = Runs.run("a", "A", 1, RunState.FINISHED, 8000);
        RunHead head = run.head();
        runs.set(List.of(new RunHistory(new RunHead(head.id(), head.name(), head.created(), head.configuration(), null,
                HERE), run.state(), run.evaluations(), run.events(), run.checkpoints(), run.milestones(), List.of())));
        assertThat(estimate().warning()).isEmpty();
        want();
        assertThat(trials).isEqualTo(1);
    }

    private void want() {
        speed.want(() -> trials++);
    }

    private EstimateText estimate() {
        return speed.estimator().getValue().orElseThrow().text(List.of(RunConfiguration.PAPER));
    }
}
